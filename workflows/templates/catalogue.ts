import type { Definition } from '#engine';
import { people } from '../people.ts';
import { approval, ends, filling, requestForm, requestSummary } from './states.ts';

const { dean, academicAffairs, jointMeeting, schoolLeader, cityReviewer, provinceReviewer } = people;

const template = (head: Pick<Definition, 'key' | 'title' | 'description'>, states: Definition['machine']['states'] = {}): Definition => ({
  format: 1,
  ...head,
  basis: [],
  subject: 'department',
  start: { posts: ['certificate-lead'] },
  summary: requestSummary,
  withdraw: { until: ['approved'] },
  form: requestForm,
  machine: { initial: 'draft', states: { ...states, ...ends } },
});

/** Small processes to begin a new one with. Nothing of them is from a notice: whoever takes one says by what clauses it stands. */
export const templateCatalogue: readonly Definition[] = [
  template(
    {
      key: 'one-approval',
      title: { zh: '一级审批', en: 'One approval' },
      description: { zh: '申请人填报，系主任审批。', en: 'The applicant fills in a form, the head of department approves.' },
    },
    {
      draft: filling('headOfDepartment'),
      headOfDepartment: approval({ title: { zh: '系主任审批', en: 'Head of department' }, by: [dean], next: 'approved' }),
    },
  ),
  template(
    {
      key: 'countersigned-approval',
      title: { zh: '部门会签后校领导审批', en: 'Countersigned, then the school leader' },
      description: {
        zh: '系主任与教务处会签，全部同意后由校级分管领导审批。',
        en: 'The head of department and academic affairs both sign; then the school leader in charge approves.',
      },
    },
    {
      draft: filling('countersigning'),
      countersigning: approval({
        title: { zh: '部门会签', en: 'Countersigning' },
        by: [dean, academicAffairs],
        next: 'schoolLeader',
        policy: 'all',
      }),
      schoolLeader: approval({
        title: { zh: '校级分管领导审批', en: 'School leader in charge' },
        by: [schoolLeader],
        next: 'approved',
        isHighest: true,
      }),
    },
  ),
  template(
    {
      key: 'level-by-level',
      title: { zh: '逐级上报', en: 'Level by level' },
      description: {
        zh: '系党政联席会、教务处、市教育局、省推进办依次审核。',
        en: 'The department, the school, the city and the province, one after another.',
      },
    },
    {
      draft: filling('department'),
      department: approval({
        title: { zh: '系党政联席会审议', en: 'Joint meeting of the department' },
        by: [jointMeeting],
        next: 'school',
      }),
      school: approval({ title: { zh: '学校审核', en: 'The school' }, by: [academicAffairs], next: 'city' }),
      city: approval({ title: { zh: '市级审核', en: 'The city' }, by: [cityReviewer], next: 'province' }),
      province: approval({ title: { zh: '省级审定', en: 'The province' }, by: [provinceReviewer], next: 'approved' }),
    },
  ),
];
