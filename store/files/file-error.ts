import type { Text } from '../../workflows/case/calendar.ts';
import { filledText } from '../../workflows/case/filled-text.ts';

/** What is refused about a file: the status that the API answers with, and a sentence that says how to mend it. */
const FILE_ERRORS = {
  'file.empty': [422, { zh: '文件是空的，请检查后重新上传。', en: 'The file is empty. Check it and upload it again.' }],
  'file.tooLarge': [413, { zh: '文件超过 {limit} MB。请压缩、降低扫描分辨率，或拆分后上传。', en: 'The file has more than {limit} MB. Compress it, scan it at a lower resolution, or split it.' }],
  'file.interrupted': [400, { zh: '上传中断，文件没有保存。请重新上传。', en: 'The upload broke off and nothing was kept. Upload the file again.' }],
  'file.markup': [415, { zh: '不接受网页或 SVG 文件。请另存为 PDF 或图片后上传。', en: 'Web pages and SVG are not taken. Save it as PDF or as a picture and upload that.' }],
  'file.program': [415, { zh: '不接受程序或脚本文件。', en: 'Programs and scripts are not taken.' }],
  'file.archive': [415, { zh: '不接受压缩包。请解压后逐个上传。', en: 'Archives are not taken. Unpack it and upload the files one by one.' }],
  'file.oldOffice': [415, { zh: '不接受旧版 Office 或 WPS 格式。请另存为 DOCX、XLSX 或 PDF 后上传。', en: 'Old Office and WPS formats are not taken. Save it as DOCX, XLSX or PDF and upload that.' }],
  'file.macros': [415, { zh: '文档含有宏或嵌入程序。请去除后上传，或另存为 PDF。', en: 'The document has macros or embedded programs. Remove them, or save it as PDF.' }],
  'file.twoKinds': [415, { zh: '文件内容同时是两种格式，不予接受。请重新导出或扫描后上传。', en: 'The file is two kinds of file at once and is not taken. Export or scan it anew.' }],
  'file.damaged': [415, { zh: '文件已损坏或加密，无法识别。请重新导出后上传。', en: 'The file is damaged or encrypted and cannot be recognised. Export it anew.' }],
  'file.typeUnknown': [415, { zh: '不接受此类文件。可以上传 PDF、OFD、JPEG、PNG、WebP、HEIC、TIFF、DOCX、XLSX。', en: 'Files of this kind are not taken. Upload PDF, OFD, JPEG, PNG, WebP, HEIC, TIFF, DOCX or XLSX.' }],
  'file.infected': [422, { zh: '文件含有病毒，不予接收，也不予提供。请杀毒后重新上传。', en: 'The file carries a virus: it is neither taken nor given out. Clean it and upload it again.' }],
  'file.scannerSilent': [503, { zh: '病毒扫描服务没有应答，文件没有保存。请稍后重试；若持续如此请告知维护人员。', en: 'The virus scanner does not answer, so nothing was kept. Try again later; if it goes on, tell who runs the system.' }],
  'file.scannerLimit': [503, { zh: '文件超过病毒扫描服务的上限，没有保存。请维护人员将 clamd 的 StreamMaxLength 调到不低于 FILES_MAX_BYTES。', en: 'The file is larger than the virus scanner takes, so nothing was kept. Whoever runs the system sets clamd’s StreamMaxLength to FILES_MAX_BYTES or more.' }],
  'file.storageUnavailable': [503, { zh: '文件存储没有应答。请稍后重试。', en: 'The file storage does not answer. Try again later.' }],
  'file.tooManyWaiting': [429, { zh: '您已上传但尚未用于办件的文件过多。请先提交办件，或等一天后系统清理。', en: 'Too many files that you uploaded belong to no case yet. Hand the case in first, or wait a day until they are cleared.' }],
  'file.unknown': [404, { zh: '没有文件“{file}”，或您无权查看。', en: 'There is no file “{file}”, or none that you may see.' }],
  'file.notYours': [403, { zh: '文件“{file}”不是您上传的，也不属于本办件。请重新上传。', en: 'File “{file}” was not uploaded by you and does not belong to this case. Upload it yourself.' }],
  'file.ofOtherCase': [409, { zh: '文件“{file}”已属于另一办件。请重新上传一次。', en: 'File “{file}” belongs to another case already. Upload it once more.' }],
  'file.differs': [409, { zh: '文件“{file}”的{what}与上传时不符。请按上传时的应答填写。', en: 'File “{file}” was uploaded with another {what}. Give it as the upload answered.' }],
} as const satisfies Record<string, readonly [number, Text]>;

export type FileErrorCode = keyof typeof FILE_ERRORS;

/** An error with a code, a status for the API, and a sentence in both languages. */
export class FileError extends Error {
  readonly code: FileErrorCode;
  readonly status: number;
  readonly text: Text;

  constructor(code: FileErrorCode, params: Readonly<Record<string, string>> = {}, cause?: unknown) {
    const [status, sentence] = FILE_ERRORS[code];
    const text = filledText(sentence, params);
    super(`${text.zh} ${text.en}`, cause === undefined ? {} : { cause });
    this.name = 'FileError';
    this.code = code;
    this.status = status;
    this.text = text;
  }

  static tooLarge(maxBytes: number): FileError {
    return new FileError('file.tooLarge', { limit: String(Math.floor(maxBytes / 2 ** 20)) });
  }
}
