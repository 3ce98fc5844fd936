import type { Locator, Page } from 'playwright-core';

export const LI_MING = { name: '李明', kind: 'person', idNumber: '990000198001010012', phone: '13805390000' } as const;

export const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${name}\n%%EOF`) });

/** Chooses a file for a material, as one does in the window that the browser opens. */
export async function upload(page: Page, within: Page | Locator, material: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), within.getByRole('button', { name: `选择文件：${material}` }).click()]);
  await chooser.setFiles([file]);
}
