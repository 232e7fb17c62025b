import { Controller, Get, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Attachment, CASES, type Cases } from '#case';
import type { Caller } from '#directory';
import { refuse } from '#platform';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { IdPipe } from '../http/id.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { AttachmentOut } from './attachment.schema.ts';

@ApiTags('attachments')
@ApiProblems()
@Controller('attachments')
export class AttachmentController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Post()
  @ApiOperation({ summary: '上传文件，供意见或表单字段引用 · Upload a file, to be named in a decision or in a field of a form' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ standardSchema: AttachmentOut })
  async upload(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<Attachment> {
    if (!request.isMultipart()) throw refuse('request.media-type', { expected: 'multipart/form-data' });
    const part = await request.file();
    if (part === undefined) throw refuse('attachment.empty');
    return accepted(await this.cases.attachments.upload(caller, part.filename, part.file));
  }

  @Get(':id')
  @ApiOperation({ summary: '下载文件 · Download a file' })
  @ApiOkResponse({ description: 'The file', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async download(
    @CurrentCaller() caller: Caller,
    @Param('id', new IdPipe('attachment.unknown')) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { attachment, content } = found(await this.cases.attachments.open(caller, id), 'attachment.unknown', { attachment: id });
    // Never shown inside our own origin, whatever it is (RFC 6266, RFC 8187).
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeRfc8187(attachment.name)}`);
    return new StreamableFile(content, { type: attachment.mediaType, length: attachment.size });
  }
}

const encodeRfc8187 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
