import { Controller, Delete, Head, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiExcludeEndpoint, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Attachment, CASES, type Cases } from '#case';
import type { Caller } from '#directory';
import { ApiProblems, accepted } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { AttachmentOut } from './attachment.schema.ts';
import { ResumableUploads } from './resumable-uploads.ts';

type Known = FastifyRequest<{ Params: { id: string } }>;

@ApiTags('attachments')
@ApiProblems()
@Controller('uploads')
export class UploadController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    private readonly uploads: ResumableUploads,
  ) {}

  @Post()
  @ApiOperation({
    summary: '开始上传；中断后可续传 · Begin an upload that goes on after an interruption',
    description: 'As tus 1.0 says (tus.io): Upload-Length, and `filename` in Upload-Metadata. HEAD, PATCH and DELETE at the Location.',
  })
  @ApiNoContentResponse()
  async begin(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.uploads.begin(caller, request.raw);
    await this.handle(request, reply);
  }

  @Head(':id')
  @ApiExcludeEndpoint()
  ask(@CurrentCaller() caller: Caller, @Req() request: Known, @Res() reply: FastifyReply): Promise<void> {
    return this.handleOwn(caller, request, reply);
  }

  @Patch(':id')
  @ApiExcludeEndpoint()
  goOn(@CurrentCaller() caller: Caller, @Req() request: Known, @Res() reply: FastifyReply): Promise<void> {
    return this.handleOwn(caller, request, reply);
  }

  @Delete(':id')
  @ApiExcludeEndpoint()
  giveUp(@CurrentCaller() caller: Caller, @Req() request: Known, @Res() reply: FastifyReply): Promise<void> {
    return this.handleOwn(caller, request, reply);
  }

  @Post(':id/attachment')
  @ApiOperation({ summary: '全部到达后，成为可引用的文件 · Once all of it has come: an attachment, checked as any other' })
  @ApiCreatedResponse({ standardSchema: AttachmentOut })
  async finish(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Attachment> {
    const { name, content } = await this.uploads.arrived(caller, id);
    const attachment = await this.cases.attachments.upload(caller, name, content);
    await this.uploads.remove(id);
    return accepted(attachment);
  }

  /** What the protocol says of an upload that is there, once it is known to be the caller's. */
  private async handleOwn(caller: Caller, request: Known, reply: FastifyReply): Promise<void> {
    await this.uploads.check(caller, request.params.id);
    await this.handle(request, reply);
  }

  private handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.hijack();
    return this.uploads.handle(request.raw, reply.raw);
  }
}
