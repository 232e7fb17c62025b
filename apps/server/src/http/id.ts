import type { PipeTransform } from '@nestjs/common';
import { refuse } from '#platform';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id in a path. What cannot be an id names nothing, like an id that is not there. */
export class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly unknownCode: string) {}

  transform(id: string): string {
    if (!uuid.test(id)) throw refuse(this.unknownCode);
    return id;
  }
}
