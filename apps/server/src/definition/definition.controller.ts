import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CASES, type Cases, type DefinitionVersion } from '#case';
import { type Caller, Directory, POSTS, type PostCatalogue, requirePermission } from '#directory';
import { accessAtStart, Definition, type Finding } from '#engine';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { DefinitionOut, DefinitionsOut, FindingsOut, PublishBody, StartFormOut, VerifyBody } from './definition.schema.ts';
import { requireEither } from './permission.ts';

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions')
export class DefinitionController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    @Inject(POSTS) private readonly posts: PostCatalogue,
    private readonly directory: Directory,
  ) {}

  @Get()
  @ApiOperation({ summary: '可用的流程，以及我可在哪里发起 · The processes there are, and where I may start them' })
  @ApiOkResponse({ standardSchema: DefinitionsOut })
  async list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof DefinitionsOut>> {
    const published = await this.cases.workflows.allKnown(caller.tenant);
    const items = published.map(async ({ workflow: { definition, steps }, version, isInForce }) => ({
      ...headOf(version),
      basis: definition.basis,
      steps: [...steps].map(([path, { step }]) => ({ path, title: step.title })),
      isInForce,
      startAt: isInForce ? await this.startAt(caller, definition) : [],
    }));
    return { items: await Promise.all(items) };
  }

  @Get('schema')
  @ApiOperation({ summary: '流程定义的 JSON Schema · The JSON Schema of a workflow definition' })
  @ApiOkResponse({ description: 'JSON Schema 2020-12' })
  schema(): unknown {
    return z.toJSONSchema(Definition, { io: 'input' });
  }

  @Get(':key')
  @ApiOperation({ summary: '流程的现行版本 · The version of a process that is in force, or was last' })
  @ApiOkResponse({ standardSchema: DefinitionOut })
  async read(@CurrentCaller() { tenant }: Caller, @Param('key') key: string): Promise<z.infer<typeof DefinitionOut>> {
    const { version } = found(await this.cases.workflows.known(tenant, key), 'definition.unknown', { definition: key });
    return { ...headOf(version), document: version.document };
  }

  @Get(':key/start')
  @ApiOperation({ summary: '发起时填写的表单 · The form that a case is begun with, and what of it is the applicant’s' })
  @ApiOkResponse({ standardSchema: StartFormOut })
  async startForm(@CurrentCaller() caller: Caller, @Param('key') key: string): Promise<z.infer<typeof StartFormOut>> {
    const { workflow, version } = found(await this.cases.workflows.latest(caller.tenant, key), 'definition.unknown', { definition: key });
    const { form, basis } = workflow.definition;
    return { ...headOf(version), basis, form, access: accessAtStart(workflow), startAt: await this.startAt(caller, workflow.definition) };
  }

  @Post('verification')
  @HttpCode(200)
  @ApiOperation({ summary: '检查流程定义，不发布 · What is wrong with a document, without publishing it' })
  @ApiOkResponse({ standardSchema: FindingsOut })
  verify(
    @CurrentCaller() caller: Caller,
    @Body({ schema: VerifyBody }) { document }: z.infer<typeof VerifyBody>,
  ): { problems: readonly Finding[] } {
    requireEither(this.posts, caller);
    return { problems: this.cases.workflows.verify(caller.tenant, document) };
  }

  @Post()
  @ApiOperation({ summary: '发布流程的新版本 · Publish a document as the next version of its process, in force at once' })
  @ApiCreatedResponse({ standardSchema: DefinitionOut })
  async publish(
    @CurrentCaller() caller: Caller,
    @Body({ schema: PublishBody }) { document, note }: z.infer<typeof PublishBody>,
  ): Promise<z.infer<typeof DefinitionOut>> {
    requirePermission(this.posts, caller, 'definition.publish');
    const version = accepted(await this.cases.definitions.publications.publishDocument(caller, document, note ?? null));
    return { ...headOf(version), document: version.document };
  }

  private startAt({ tenant, posts }: Caller, { start }: Definition) {
    const places = new Set(posts.filter(({ post }) => start.posts.includes(post)).map(({ organisation }) => organisation));
    return Promise.all([...places].map((id) => this.directory.named(tenant, id)));
  }
}

export const headOf = ({ key, version, document, contentHash, publishedAt }: DefinitionVersion) => ({
  key,
  version,
  title: document.title,
  contentHash,
  publishedAt: publishedAt.toISOString(),
});
