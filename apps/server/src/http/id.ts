import type { PipeTransform } from '@nestjs/common';
import { isId, refuse } from '#platform';

/** An id in a path. What cannot be an id names nothing, like an id that is not there. */
export class IdPipe implements PipeTransform<string, string> {
  /** The thing it names, such as `attachment` in `attachment.unknown`, is also what its sentence calls the id. */
  private readonly thing: string;

  constructor(private readonly unknownCode: string) {
    this.thing = unknownCode.split('.')[0] ?? '';
  }

  transform(id: string): string {
    if (!isId(id)) throw refuse(this.unknownCode, { [this.thing]: id });
    return id;
  }
}
