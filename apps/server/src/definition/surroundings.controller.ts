import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Caller, POSTS, type PostCatalogue } from '#directory';
import { type Definition, organisationKinds } from '#engine';
import { Calendars, PilotRegisters } from '#pilot';
import { ApiProblems } from '../http/answer.ts';
import { TextOut } from '../http/schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { TEMPLATES } from './templates.ts';

const FactSourceOut = z
  .object({
    parameters: z.record(z.string(), z.enum(['string', 'double'])),
    fields: z.record(z.string(), z.enum(['string', 'double', 'bool', 'timestamp', 'list<string>'])),
  })
  .meta({ id: 'FactSource', description: 'What a register is asked with and what it answers, by name.' });

const CalendarOut = z
  .object({
    years: z.array(z.int()).readonly(),
    days: z.array(z.object({ date: z.string(), name: z.string(), isOffDay: z.boolean() })).readonly(),
    hours: z
      .array(z.object({ from: z.string(), to: z.string() }))
      .readonly()
      .optional(),
  })
  .meta({ id: 'OfficialCalendar', description: 'The days that are not what their weekday says, as `workingCalendar` takes them.' });

const SurroundingsOut = z
  .object({
    facts: z.record(z.string(), FactSourceOut),
    posts: z.array(z.object({ key: z.string(), title: TextOut, at: z.string(), superior: z.string().optional() })).readonly(),
    kinds: z.array(z.enum(organisationKinds)).readonly().meta({ description: 'Levels of the organisation tree, the smallest first.' }),
    calendar: CalendarOut,
  })
  .meta({ id: 'DefinitionSurroundings' });

const TemplatesOut = z
  .object({
    items: z.array(z.object({ key: z.string(), title: TextOut, description: TextOut.optional(), basis: z.array(z.string()) })).readonly(),
  })
  .meta({ id: 'DefinitionTemplates' });

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions')
export class SurroundingsController {
  constructor(
    private readonly registers: PilotRegisters,
    private readonly calendars: Calendars,
    @Inject(POSTS) private readonly posts: PostCatalogue,
    @Inject(TEMPLATES) private readonly catalogue: readonly Definition[],
  ) {}

  @Get('surroundings')
  @ApiOperation({
    summary: '检查流程定义所依据的登记库、岗位与日历 · What a definition is compiled and verified against: registers, posts, calendar',
    description: 'Everything a browser needs to find in a document what the server finds in it.',
  })
  @ApiOkResponse({ standardSchema: SurroundingsOut })
  surroundings(@CurrentCaller() { tenant }: Caller): z.infer<typeof SurroundingsOut> {
    const { years, days, hours } = this.calendars.listed(tenant);
    const posts = Object.entries(this.posts).map(([key, { title, at, superior }]) => ({ key, title, at, ...(superior && { superior }) }));
    const calendar = {
      years,
      days: days.map(({ date, name, isOffDay }) => ({ date, name, isOffDay })),
      ...(hours && { hours: [...hours] }),
    };
    return { facts: this.registers.catalogue, posts, kinds: organisationKinds, calendar };
  }

  @Get('templates')
  @ApiOperation({ summary: '新建流程可选的模板 · Templates a new process may be begun from' })
  @ApiOkResponse({ standardSchema: TemplatesOut })
  templates(): z.infer<typeof TemplatesOut> {
    return {
      items: this.catalogue.map(({ key, title, description, basis }) => ({ key, title, basis, ...(description && { description }) })),
    };
  }
}
