import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PilotRegisters } from '#pilot';
import { ApiProblems, found } from '../http/answer.ts';

const EntriesOut = z
  .object({ entries: z.array(z.object({ key: z.string(), name: z.string(), detail: z.string() })).readonly() })
  .meta({ id: 'RegisterEntries' });

@ApiTags('registers')
@ApiProblems()
@Controller('registers')
export class RegisterController {
  constructor(private readonly registers: PilotRegisters) {}

  @Get(':register')
  @ApiOperation({ summary: '登记库中可选的条目：证书、专业 · What a form field that refers to a register may hold: certificates, majors' })
  @ApiOkResponse({ standardSchema: EntriesOut })
  read(@Param('register') register: string): z.infer<typeof EntriesOut> {
    return { entries: found(this.registers.entries(register), 'register.unknown') };
  }
}
