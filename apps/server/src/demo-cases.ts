import { Readable } from 'node:stream';
import type { Cases, CommandRecord, Outcome } from '#case';
import type { Caller, SignIn } from '#directory';
import type { Fields } from '#engine';
import { RefusedError } from '#platform';
import { admissionFields, argumentFields, logistics, softwareTesting } from '../../../config/demo/admission.ts';
import { minutesOf } from '../../../config/demo/minutes.ts';
import { demoPassword } from '../../../config/demo/organisations.ts';

/**
 * Something to decide for whoever tries the system: one admission waits for a department's joint meeting, another for
 * the academic affairs office. They come about as any case does, by people's commands.
 */
export async function startDemoCases(cases: Cases, signIn: SignIn): Promise<void> {
  await submitted(cases, await callerOf(signIn, 'jh-xx-fuzeren'), admissionFields(softwareTesting));
  const argued = await submitted(cases, await callerOf(signIn, 'jh-jj-fuzeren'), admissionFields(logistics));
  await argue(cases, await callerOf(signIn, 'jh-jj-lianxihui'), argued.instance);
}

/** Somebody of the demo, by account. */
export async function callerOf(signIn: SignIn, account: string): Promise<Caller> {
  const signedIn = await signIn.signIn(account, demoPassword);
  if (signedIn.kind === 'refused') throw new RefusedError(signedIn);
  const caller = await signIn.caller(signedIn.token);
  await signIn.signOut(signedIn.token);
  if (caller === undefined) throw new Error(`${account} cannot sign in`);
  return caller;
}

async function submitted(cases: Cases, lead: Caller, fields: Fields): Promise<CommandRecord> {
  const organisation = lead.posts[0]?.organisation ?? '';
  const started = done(await cases.commands.start(lead, { definition: 'certificate-admission', organisation, fields }));
  return done(
    await cases.commands.decide(lead, await taskOf(cases, lead, started.instance), { outcome: 'submit', formVersion: started.formVersion }),
  );
}

async function argue(cases: Cases, meeting: Caller, instance: string): Promise<void> {
  const minutes = await cases.attachments.upload(meeting, '系党政联席会纪要.pdf', Readable.from([minutesOf('joint meeting')]));
  if ('kind' in minutes) throw new RefusedError(minutes);
  const task = await taskOf(cases, meeting, instance);
  done(await cases.commands.decide(meeting, task, { outcome: 'approve', formVersion: 1, fields: argumentFields(minutes.id) }));
}

async function taskOf(cases: Cases, caller: Caller, instance: string): Promise<string> {
  const view = await cases.instances.read(caller, instance);
  return view?.myTasks[0]?.id ?? '';
}

function done(outcome: Outcome): CommandRecord {
  if (outcome.kind === 'refused') throw new RefusedError(outcome);
  if (outcome.kind === 'shown') throw new Error('nothing was done');
  return outcome.record;
}
