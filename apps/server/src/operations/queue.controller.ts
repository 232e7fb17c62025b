import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { QueueOverview } from '#clockwork';
import { type Caller, POSTS, type PostCatalogue, requirePermission } from '#directory';
import { ApiProblems } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';

const count = z.int().min(0);

const QueuesOut = z
  .object({
    backend: z.enum(['postgres', 'redis']),
    queues: z
      .array(
        z
          .object({
            name: z.enum(['jobs', 'alarms']),
            counts: z
              .object({
                waiting: count,
                active: count,
                delayed: count.meta({ description: 'With a time that is yet to come; jobs among them are to be tried again.' }),
                failed: count.meta({ description: 'Tried as often as may be, and given up.' }),
              })
              .nullable()
              .meta({ description: 'Of all tenants; null while the queue does not answer.' }),
          })
          .meta({ id: 'Queue' }),
      )
      .readonly(),
  })
  .meta({ id: 'Queues' });

@ApiTags('operations')
@ApiProblems()
@Controller('operations/queues')
export class QueueController {
  constructor(
    private readonly queues: QueueOverview,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get()
  @ApiOperation({ summary: '任务队列：等待、进行中、定时与失败的件数 · Queues: how much waits, is under way, has a time, has failed' })
  @ApiOkResponse({ standardSchema: QueuesOut })
  read(@CurrentCaller() caller: Caller): Promise<z.infer<typeof QueuesOut>> {
    requirePermission(this.posts, caller, 'operations.read');
    return this.queues.read();
  }
}
