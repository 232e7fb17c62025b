import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases, type StartDraft } from '#case';
import type { Caller } from '#directory';
import { ApiProblems, found } from '../http/answer.ts';
import { ApiSeenVersion, SeenVersion } from '../http/seen-version.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { currentOr } from './current.ts';
import { DraftBody, DraftOut, DraftsOut } from './desk.schema.ts';

@ApiTags('drafts')
@ApiProblems()
@Controller('me/drafts')
export class DraftController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Get()
  @ApiOperation({ summary: '我填了一半、尚未发起的申请 · Forms I have begun to fill in and not started a case with' })
  @ApiOkResponse({ standardSchema: DraftsOut })
  async list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof DraftsOut>> {
    return { items: await this.cases.startDrafts.list(caller) };
  }

  @Get(':definition')
  @ApiOperation({ summary: '一个流程的草稿 · My draft of a process' })
  @ApiOkResponse({ standardSchema: DraftOut })
  async read(@CurrentCaller() caller: Caller, @Param('definition') definition: string): Promise<StartDraft> {
    return found(await this.cases.startDrafts.read(caller, definition), 'draft.unknown');
  }

  @Put(':definition')
  @ApiOperation({
    summary: '随填随存；两个窗口不会互相覆盖 · Save while typing; two windows do not overwrite each other',
    description:
      'Whatever is typed is kept; it is checked when the case is started. A draft that another window has saved is refused as 409 draft.changed, with the draft as it is now under `current`.',
  })
  @ApiSeenVersion('The version that was typed on; without it there must be no draft yet.')
  @ApiOkResponse({ standardSchema: DraftOut })
  async put(
    @CurrentCaller() caller: Caller,
    @Param('definition') definition: string,
    @Body({ schema: DraftBody }) draft: z.infer<typeof DraftBody>,
    @SeenVersion() seen: string | undefined,
  ): Promise<StartDraft> {
    return currentOr(await this.cases.startDrafts.put(caller, definition, draft, seen));
  }

  @Delete(':definition')
  @HttpCode(204)
  @ApiOperation({ summary: '丢弃草稿 · Throw a draft away' })
  @ApiSeenVersion('Only if it is still this version.')
  @ApiNoContentResponse()
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('definition') definition: string,
    @SeenVersion() seen: string | undefined,
  ): Promise<void> {
    const refusal = await this.cases.startDrafts.remove(caller, definition, seen);
    if (refusal !== undefined) currentOr(refusal);
  }
}
