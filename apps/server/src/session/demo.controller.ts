import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CONFIG, type Config } from '#platform';
import { ApiProblems } from '../http/answer.ts';
import { demo } from './demo-people.ts';
import { Open } from './session.guard.ts';
import { DemoOut } from './session.schema.ts';

@ApiTags('session')
@ApiProblems()
@Controller('session/demo')
export class DemoController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @Open()
  @ApiOperation({ summary: '演示岗位：仅在演示启动时有内容 · As whom one may try a demo; empty on any other start' })
  @ApiOkResponse({ standardSchema: DemoOut })
  read(): z.infer<typeof DemoOut> {
    return this.config.demo ? demo : { people: [] };
  }
}
