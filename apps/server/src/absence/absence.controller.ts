import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases, type DoneForMe, type Page } from '#case';
import { type Absence, Absences, type Caller } from '#directory';
import { RefusedError, refuse } from '#platform';
import { ApiProblems, accepted } from '../http/answer.ts';
import { IdPipe } from '../http/id.ts';
import { PageQuery } from '../http/schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { AbsenceBody, AbsenceListOut, AbsenceOut, AbsencesOut, DoneForMePageOut } from './absence.schema.ts';

type Asked = z.infer<typeof AbsenceBody>;

@ApiTags('absences')
@ApiProblems()
@Controller()
export class AbsenceController {
  constructor(
    private readonly absences: Absences,
    @Inject(CASES) private readonly cases: Cases,
  ) {}

  @Get('me/absences')
  @ApiOperation({ summary: '我的代理安排，以及我代理的人 · My absences and their deputies, and whose deputy I am' })
  @ApiOkResponse({ standardSchema: AbsencesOut })
  async mine(@CurrentCaller() caller: Caller): Promise<z.infer<typeof AbsencesOut>> {
    const items = accepted(await this.absences.list(caller, caller.person));
    return { items, representing: await this.absences.representedBy(caller) };
  }

  @Put('me/absences/:id')
  @ApiOperation({
    summary: '设置或更改代理：某段时间、某些流程由他人代办 · Say who decides in my place, on which days and in which processes',
    description: 'The id is any UUID of your own; the same again changes what was said. It holds for tasks that are open already, too.',
  })
  @ApiOkResponse({ standardSchema: AbsenceOut })
  put(
    @CurrentCaller() caller: Caller,
    @Param('id', new IdPipe('absence.unknown')) id: string,
    @Body({ schema: AbsenceBody }) absence: Asked,
  ): Promise<Absence> {
    return this.enter(caller, caller.person, id, absence);
  }

  @Delete('me/absences/:id')
  @HttpCode(204)
  @ApiOperation({ summary: '取消代理，或提前返回 · Take an absence back, or come back early' })
  @ApiNoContentResponse()
  remove(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.takeBack(caller, caller.person, id);
  }

  @Get('me/decided-for-me')
  @ApiOperation({ summary: '他人代我办理的，最近的在前 · What deputies did in my name, the latest first' })
  @ApiOkResponse({ standardSchema: DoneForMePageOut })
  decidedForMe(@CurrentCaller() caller: Caller, @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>): Promise<Page<DoneForMe>> {
    return this.cases.doneOnBehalf.list(caller, query);
  }

  @Get('people/:person/absences')
  @ApiOperation({ summary: '某人的代理安排 · The absences of somebody I look after' })
  @ApiOkResponse({ standardSchema: AbsenceListOut })
  async list(@CurrentCaller() caller: Caller, @Param('person') person: string): Promise<z.infer<typeof AbsenceListOut>> {
    return { items: accepted(await this.absences.list(caller, person)) };
  }

  @Put('people/:person/absences/:id')
  @ApiOperation({ summary: '替他人设置代理 · Say who decides in the place of somebody I look after' })
  @ApiOkResponse({ standardSchema: AbsenceOut })
  putFor(
    @CurrentCaller() caller: Caller,
    @Param('person') person: string,
    @Param('id', new IdPipe('absence.unknown')) id: string,
    @Body({ schema: AbsenceBody }) absence: Asked,
  ): Promise<Absence> {
    return this.enter(caller, person, id, absence);
  }

  @Delete('people/:person/absences/:id')
  @HttpCode(204)
  @ApiOperation({ summary: '替他人取消代理 · Take an absence of somebody I look after back' })
  @ApiNoContentResponse()
  removeFor(@CurrentCaller() caller: Caller, @Param('person') person: string, @Param('id') id: string): Promise<void> {
    return this.takeBack(caller, person, id);
  }

  private async enter(caller: Caller, person: string, id: string, absence: Asked): Promise<Absence> {
    for (const definition of absence.definitions ?? []) {
      if ((await this.cases.workflows.known(caller.tenant, definition)) === undefined) throw refuse('definition.unknown', { definition });
    }
    return accepted(await this.absences.put(caller, person, id, absence));
  }

  private async takeBack(caller: Caller, person: string, id: string): Promise<void> {
    const refusal = await this.absences.remove(caller, person, id);
    if (refusal !== undefined) throw new RefusedError(refusal);
  }
}
