import { useQuery } from '@tanstack/react-query';

export const addressOf = (id: string): string => `/api/attachments/${id}`;

/** What is said of a file before any of it is fetched. */
interface File {
  readonly name: string;
  /** Whether a browser shows it by itself, and how. By its content, as the server has recognised it. */
  readonly shownAs: 'image' | 'pdf' | undefined;
  /** Bytes. */
  readonly size: number;
}

const images: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** The name stands in the header of its download (RFC 8187). */
async function fileOf(id: string): Promise<File> {
  const { headers } = await fetch(addressOf(id), { method: 'HEAD' });
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '') ?? [];
  const type = headers.get('content-type') ?? '';
  return {
    name: decodeURIComponent(name),
    shownAs: images.has(type) ? 'image' : type === 'application/pdf' ? 'pdf' : undefined,
    size: Number(headers.get('content-length') ?? 0),
  };
}

const forever = { staleTime: Number.POSITIVE_INFINITY };

export const useFile = (id: string) => useQuery({ queryKey: ['attachment', id], queryFn: () => fileOf(id), ...forever });

/** Its content, at an address of this page's own: the server's own says that it is to be saved. */
export const useContent = (id: string) =>
  useQuery({
    queryKey: ['attachment', id, 'content'],
    queryFn: async () => URL.createObjectURL(await (await fetch(addressOf(id))).blob()),
    ...forever,
  });
