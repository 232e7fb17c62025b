import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases, type SavedView } from '#case';
import type { Caller } from '#directory';
import { refuse } from '#platform';
import { ApiProblems, found } from '../http/answer.ts';
import { IdPipe } from '../http/id.ts';
import { ApiSeenVersion, SeenVersion } from '../http/seen-version.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { currentOr } from './current.ts';
import { ViewBody, ViewOut, ViewsOut, ViewsQuery } from './desk.schema.ts';

const viewId = new IdPipe('view.unknown');

@ApiTags('views')
@ApiProblems()
@Controller('views')
export class ViewController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Get()
  @ApiOperation({
    summary: '已存的列表视图：我的，以及共享给我的岗位的 · Saved views of lists: my own, and those shared with a post I hold',
  })
  @ApiOkResponse({ standardSchema: ViewsOut })
  async list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ViewsQuery }) { list }: z.infer<typeof ViewsQuery>,
  ): Promise<z.infer<typeof ViewsOut>> {
    return { items: await this.cases.savedViews.list(caller, list) };
  }

  @Get(':id')
  @ApiOperation({ summary: '一个视图，按网址打开 · One view, as a URL names it' })
  @ApiOkResponse({ standardSchema: ViewOut })
  async read(@CurrentCaller() caller: Caller, @Param('id', viewId) id: string): Promise<SavedView> {
    return found(await this.cases.savedViews.read(caller, id), 'view.unknown');
  }

  @Put(':id')
  @ApiOperation({ summary: '保存视图，可共享给我的一个岗位 · Save a view under an id of my own, shared with a post I hold if I like' })
  @ApiSeenVersion('The version that was on the screen; without it, whatever there is gives way.')
  @ApiOkResponse({ standardSchema: ViewOut })
  async put(
    @CurrentCaller() caller: Caller,
    @Param('id', viewId) id: string,
    @Body({ schema: ViewBody }) view: z.infer<typeof ViewBody>,
    @SeenVersion() seen: string | undefined,
  ): Promise<SavedView> {
    if (seen !== undefined && !/^\d{1,9}$/.test(seen)) throw refuse('request.version-invalid');
    return currentOr(await this.cases.savedViews.put(caller, id, view, seen === undefined ? undefined : Number(seen)));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: '删除我的视图 · Remove a view of mine' })
  @ApiNoContentResponse()
  async remove(@CurrentCaller() caller: Caller, @Param('id', viewId) id: string): Promise<void> {
    await this.cases.savedViews.remove(caller, id);
  }
}
