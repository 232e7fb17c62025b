import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AuditReader, type Caller } from '#directory';
import { ApiProblems, accepted } from '../http/answer.ts';
import { InstantOut, NamedOut } from '../http/schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';

const AuditQuery = z.object({
  person: z.uuid().optional().meta({ description: 'Only what this person did.' }),
  act: z.string().min(1).max(60).optional().meta({ description: 'Such as instance.jump.' }),
  subject: z.string().min(1).max(100).optional().meta({ description: 'Id of what it was done to.' }),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional().meta({ description: 'Itself left out.' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .meta({ description: '`next` of the page before.' }),
});

const AuditPageOut = z
  .object({
    items: z
      .array(
        z
          .object({
            id: z.string(),
            at: InstantOut,
            by: NamedOut,
            act: z.string(),
            subject: z.object({ kind: z.string(), id: z.string() }),
            before: z.unknown().optional(),
            after: z.unknown().optional(),
            comment: z.string().optional(),
            requestId: z.string().optional().meta({ description: 'X-Request-Id of the reply, and in the log.' }),
          })
          .meta({ id: 'AuditEntry' }),
      )
      .readonly(),
    next: z.string().optional(),
  })
  .meta({ id: 'AuditPage' });

@ApiTags('operations')
@ApiProblems()
@Controller('operations/audit')
export class AuditController {
  constructor(private readonly audit: AuditReader) {}

  @Get()
  @ApiOperation({
    summary: '管理员操作记录，最近的在前，不可更改 · What administrators did, the latest first; it is never changed',
    description:
      'Moving, ending, suspending and resuming cases, incidents tried again, tasks handed on, hand-overs, calendar, webhooks, publishing, turning the clock.',
  })
  @ApiOkResponse({ standardSchema: AuditPageOut })
  async list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: AuditQuery }) { from, until, ...query }: z.infer<typeof AuditQuery>,
  ): Promise<z.infer<typeof AuditPageOut>> {
    const span = { from: from === undefined ? undefined : new Date(from), until: until === undefined ? undefined : new Date(until) };
    return accepted(await this.audit.list(caller, { ...query, ...span }));
  }
}
