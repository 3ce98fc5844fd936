import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentDisposition, fileName } from './file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['租赁合同.pdf', '租赁合同.pdf'], ['../../etc/passwd', 'passwd.pdf'], ['C:\\Users\\王芳\\合同.PDF', '合同.pdf'], ['..', '未命名.pdf'], ['', '未命名.pdf'], ['.pdf', 'pdf.pdf'],
    ['page.html', 'page.html.pdf'], ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'], ['invoice\u202efdp.exe', 'invoicefdp.exe.pdf'], ['con"t;r%41act.pdf', 'con_t_r_41act.pdf'], ['a\0.pdf', 'a.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileName(given, 'application/pdf')).toBe(kept);
  });

  it('is never a path, never long, and always ends as its content asks', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (given) => {
      const name = fileName(given, 'image/jpeg');
      expect(name).toMatch(/^[^/\\\0\r\n"]+\.jpe?g$/);
      expect([...name].length).toBeLessThanOrEqual(125);
      expect(fileName(name, 'image/jpeg')).toBe(name);
    }));
  });

  it('goes into a header in both spellings', () => {
    expect(contentDisposition("合同 (1)'.pdf", 'attachment')).toBe("attachment; filename=\"__ (1)_.pdf\"; filename*=UTF-8''%E5%90%88%E5%90%8C%20%281%29%27.pdf");
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (given) => {
      const name = fileName(given, 'image/png');
      const header = contentDisposition(name, 'inline');
      expect(header).toMatch(/^inline; filename="[\w.() -]*"; filename\*=UTF-8''[\w.~%-]+$/);
      expect(decodeURIComponent(header.split("''")[1]!)).toBe(name);
    }));
  });
});
