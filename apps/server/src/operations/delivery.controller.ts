import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Caller, notPermitted, POSTS, type PostCatalogue, scopesOf } from '#directory';
import { DeliveryList, mailModeOf } from '#notice';
import { CONFIG, type Config, RefusedError } from '#platform';
import { ApiProblems, accepted } from '../http/answer.ts';
import { IdPipe } from '../http/id.ts';
import { InstantOut } from '../http/schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';

const State = z.enum(['queued', 'failed', 'sent', 'given-up', 'dropped']);

const DeliveryOut = z
  .object({
    id: z.string(),
    via: z.enum(['mail', 'webhook']),
    state: State.meta({
      description:
        'failed: it will be tried again. given-up: it waits for an operator. dropped: nothing was left to say, or nobody to say it to.',
    }),
    recipient: z.string().nullable(),
    mail: z.string().nullable(),
    notices: z.int(),
    attempts: z.int(),
    error: z.string().nullable(),
    providerId: z.string().nullable(),
    createdAt: InstantOut,
    nextAttemptAt: InstantOut.nullable(),
    sentAt: InstantOut.nullable(),
  })
  .meta({ id: 'Delivery' });

const DeliveriesOut = z
  .object({
    mail: z
      .enum(['server', 'files', 'off'])
      .meta({ description: 'How mails go out: by a mail server, into files on a trial, or not at all.' }),
    items: z.array(DeliveryOut).readonly(),
  })
  .meta({ id: 'Deliveries' });

const DeliveriesQuery = z.object({ state: State.default('given-up') });

@ApiTags('operations')
@ApiProblems()
@Controller('operations/deliveries')
export class DeliveryController {
  constructor(
    private readonly deliveries: DeliveryList,
    @Inject(POSTS) private readonly posts: PostCatalogue,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({ summary: '邮件与消息的发送情况，最新的 200 条 · What became of mails and messages, the newest 200' })
  @ApiOkResponse({ standardSchema: DeliveriesOut })
  async list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: DeliveriesQuery }) { state }: z.infer<typeof DeliveriesQuery>,
  ): Promise<z.infer<typeof DeliveriesOut>> {
    return { mail: mailModeOf(this.config), items: await this.deliveries.inState(caller.tenant, this.scopes(caller), state) };
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: '重新发送 · Have it tried again' })
  @ApiOkResponse({ standardSchema: DeliveryOut })
  async retry(
    @CurrentCaller() caller: Caller,
    @Param('id', new IdPipe('delivery.unknown')) id: string,
  ): Promise<z.infer<typeof DeliveryOut>> {
    return accepted(await this.deliveries.retry(caller.tenant, this.scopes(caller), id));
  }

  private scopes(caller: Caller): string[] {
    const scopes = scopesOf(this.posts, caller, 'incident.retry');
    if (scopes.length === 0) throw new RefusedError(notPermitted('incident.retry'));
    return scopes;
  }
}
