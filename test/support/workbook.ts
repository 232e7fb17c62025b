import { inflateRawSync } from 'node:zlib';

/** The files in a zip archive that is as small as a workbook, by name (APPNOTE 4.3.7 and 4.3.12). */
function unzipped(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(begin, begin + size);
    files.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** A sheet of a workbook as its cells say: texts as texts, numbers as numbers; and how many rows stay in view. */
export function sheetIn(archive: Buffer, name: string): { readonly rows: readonly (string | number | null)[][]; readonly frozen: number } {
  const files = unzipped(archive);
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, found]) => found);
  const xml = files.get(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`) ?? '';
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => textOf(item ?? ''));
  const cellOf = (attributes: string, content: string): string | number | null => {
    if (/<f[ >]/.test(content)) throw new Error(`a formula: ${content}`);
    const value = /<v>(.*?)<\/v>/s.exec(content)?.[1];
    if (attributes.includes('t="s"')) return shared[Number(value)] ?? null;
    if (attributes.includes('t="inlineStr"')) return textOf(content);
    return value === undefined ? null : Number(value);
  };
  const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...(row ?? '').matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes, content]) => cellOf(attributes ?? '', content ?? '')),
  );
  return { rows, frozen: Number(/<pane [^>]*ySplit="(\d+)"[^>]*state="frozen"/.exec(xml)?.[1] ?? 0) };
}

const textOf = (xml: string): string =>
  [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)]
    .map(([, text]) => text ?? '')
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
