import { FILE_TYPES, type FileType } from './file-type.ts';

/** Characters. Names are for people; longer ones are cut before their ending. */
const LONGEST = 120;

/**
 * A name as it may be kept and given out again: no folders, no control or invisible characters, nothing that a file system
 * reads otherwise, and an ending that fits the content, so that whoever opens it gets the program for what it is.
 */
export function fileName(given: string, type: FileType): string {
  const [usual] = FILE_TYPES[type];
  const name = given.normalize('NFC').split(/[/\\]/).at(-1)!
    // Control, direction (which make `gpj.exe` read as `exe.jpg`), private and half characters; what Windows does not allow.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '').replaceAll(/[<>:"|?*%;]/g, '_').replaceAll(/\s+/g, ' ').replaceAll(/^[. ]+|[. ]+$/g, '');
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const fits = ending !== undefined && (FILE_TYPES[type] as readonly string[]).includes(ending);
  const stem = [...(fits ? name.slice(0, -ending.length - 1) : name)].slice(0, LONGEST).join('').trim() || '未命名';
  return `${stem}.${fits ? ending : usual}`;
}

/** `attachment`, or `inline`, with the name in every spelling that browsers read. @see RFC 6266, RFC 8187 */
export function contentDisposition(name: string, way: 'attachment' | 'inline'): string {
  const plain = name.normalize('NFKD').replaceAll(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${way}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
