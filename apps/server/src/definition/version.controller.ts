import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases, type VersionSummary } from '#case';
import { type Caller, POSTS, type PostCatalogue, requirePermission } from '#directory';
import { refuse } from '#platform';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { headOf } from './definition.controller.ts';
import { DefinitionOut } from './definition.schema.ts';
import { requireEither, requireLooking } from './permission.ts';
import { OverviewOut, RestorationBody, RetirementBody, SecondPersonBody, SecondPersonOut, VersionsOut } from './publication.schema.ts';

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions')
export class VersionController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get('overview')
  @ApiOperation({ summary: '所有流程及其版本 · Every process with its versions' })
  @ApiOkResponse({ standardSchema: OverviewOut })
  async overview(@CurrentCaller() caller: Caller): Promise<z.infer<typeof OverviewOut>> {
    requireLooking(this.posts, caller);
    const versions = await this.versions.all(caller);
    const keys = [...new Set(versions.map(({ key }) => key))];
    return { items: keys.map((key) => processOf(versions.filter((version) => version.key === key))) };
  }

  @Get('second-person')
  @ApiOperation({ summary: '哪些流程须双人发布 · Where publishing takes two' })
  @ApiOkResponse({ standardSchema: SecondPersonOut })
  async secondPerson(@CurrentCaller() caller: Caller): Promise<z.infer<typeof SecondPersonOut>> {
    requireEither(this.posts, caller);
    return { items: await this.versions.secondPersons(caller) };
  }

  @Put('second-person')
  @ApiOperation({
    summary: '设置双人发布；取消须另一人同意 · Have publishing take two, or not any more',
    description: 'To do without takes two as well: the first who asks for it is noted, and it holds until another asks too.',
  })
  @ApiOkResponse({ standardSchema: SecondPersonOut })
  async setSecondPerson(
    @CurrentCaller() caller: Caller,
    @Body({ schema: SecondPersonBody }) { key, isRequired }: z.infer<typeof SecondPersonBody>,
  ): Promise<z.infer<typeof SecondPersonOut>> {
    requirePermission(this.posts, caller, 'definition.publish');
    if (key !== undefined) found(await this.versions.of(caller, key), 'definition.unknown', { definition: key });
    await this.versions.setSecondPerson(caller, key, isRequired);
    return this.secondPerson(caller);
  }

  @Get(':key/versions')
  @ApiOperation({ summary: '一个流程的版本及在其上运行的事项数 · The versions of a process, and how many cases run on each' })
  @ApiOkResponse({ standardSchema: VersionsOut })
  async list(@CurrentCaller() caller: Caller, @Param('key') key: string): Promise<z.infer<typeof VersionsOut>> {
    requireLooking(this.posts, caller);
    return found(await this.versions.of(caller, key), 'definition.unknown', { definition: key });
  }

  @Get(':key/versions/:version')
  @ApiOperation({ summary: '一个版本的流程定义 · A version, with its document' })
  @ApiOkResponse({ standardSchema: DefinitionOut })
  async read(
    @CurrentCaller() { tenant }: Caller,
    @Param('key') key: string,
    @Param('version') version: string,
  ): Promise<z.infer<typeof DefinitionOut>> {
    const published = await this.cases.workflows.get(tenant, key, numberOf(key, version));
    const { version: it } = found(published, 'definition.version-unknown', { definition: key, version });
    return { ...headOf(it), document: it.document };
  }

  @Post(':key/retirement')
  @HttpCode(204)
  @ApiOperation({ summary: '停用一个版本或整个流程：不再发起新的，在办的继续 · No case begins on it any more; those that run go on' })
  @ApiNoContentResponse()
  async retire(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Body({ schema: RetirementBody }) body: z.infer<typeof RetirementBody>,
  ): Promise<void> {
    requirePermission(this.posts, caller, 'definition.publish');
    accepted(await this.versions.retire(caller, key, body));
  }

  @Post(':key/versions/:version/restoration')
  @HttpCode(204)
  @ApiOperation({ summary: '恢复停用的版本 · Take a retirement back' })
  @ApiNoContentResponse()
  async restore(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Param('version') version: string,
    @Body({ schema: RestorationBody }) { note }: z.infer<typeof RestorationBody>,
  ): Promise<void> {
    requirePermission(this.posts, caller, 'definition.publish');
    accepted(await this.versions.restore(caller, key, numberOf(key, version), note));
  }

  private get versions() {
    return this.cases.definitions.versions;
  }
}

function numberOf(definition: string, version: string): number {
  if (!/^[1-9]\d{0,8}$/.test(version)) throw refuse('definition.version-unknown', { definition, version });
  return Number(version);
}

function processOf(versions: readonly VersionSummary[]): z.infer<typeof OverviewOut>['items'][number] {
  const inForce = versions.find(({ state }) => state === 'in-force');
  const { key = '', title = { zh: '' } } = inForce ?? versions[0] ?? {};
  const isUpcoming = versions.some(({ state }) => state === 'upcoming');
  return { key, title, state: inForce !== undefined ? 'in-force' : isUpcoming ? 'upcoming' : 'retired', versions: [...versions] };
}
