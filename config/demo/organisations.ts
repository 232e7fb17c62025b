import type { DirectoryImport } from '#directory';
import { reportCities, reportSchools } from './report-schools.ts';

/** Everybody's password in the demo. */
export const demoPassword = 'shenpi-demo';

type People = DirectoryImport['people'];

const person = (account: string, name: string, ...posts: readonly [post: string, organisation: string][]): People[number] => ({
  account,
  name,
  password: demoPassword,
  mail: `${account}@shenpi.example`,
  posts: posts.map(([post, organisation]) => ({ post, organisation, from: '2021-01-01' })),
});

/** A school's own people; `prefix` begins their accounts. */
const schoolPeople = (prefix: string, school: string, short: string): People => [
  person(`${prefix}-jiaowu`, `${short}教务处审核员`, ['academic-affairs', school]),
  person(`${prefix}-zhuanjia`, `${short}专家组组长`, ['expert-group', school]),
  person(`${prefix}-xiaozhang`, `${short}校长办公会秘书`, ['president-meeting', school]),
  person(`${prefix}-dangwei`, `${short}党委会秘书`, ['party-committee', school]),
  person(`${prefix}-tianbao`, `${short}试点信息填报员`, ['reporter', school]),
  person(`${prefix}-lingdao`, `${short}分管校领导`, ['school-leader', school]),
];

const departmentPeople = (prefix: string, department: string, short: string): People => [
  person(`${prefix}-fuzeren`, `${short}证书负责人`, ['certificate-lead', department]),
  person(`${prefix}-lianxihui`, `${short}党政联席会秘书`, ['joint-meeting', department]),
  person(`${prefix}-zhuren`, `${short}主任`, ['dean', department]),
];

/** Schools that do nothing here but report. */
const onlyReporting = reportSchools.filter(({ code }) => !['JH', 'LZ', 'JJ'].includes(code));

/**
 * A small province to try the system with. The province, its cities and their offices are real; the schools are made
 * up, and persons are their posts.
 */
export const demoDirectory: DirectoryImport = {
  tenant: 'demo',
  organisations: [
    { code: 'AH', kind: 'province', type: 'province', name: '安徽省' },
    { code: '340100', parent: 'AH', kind: 'city', type: 'city', name: '合肥市' },
    { code: '340200', parent: 'AH', kind: 'city', type: 'city', name: '芜湖市' },
    { code: 'JH', parent: '340100', kind: 'school', type: 'higher_vocational', name: '江淮示范职业技术学院' },
    { code: 'JH-XX', parent: 'JH', kind: 'department', type: 'department', name: '信息工程系' },
    { code: 'JH-JJ', parent: 'JH', kind: 'department', type: 'department', name: '经济管理系' },
    { code: 'LZ', parent: '340100', kind: 'school', type: 'secondary_local', name: '庐州示范中等职业学校' },
    { code: 'LZ-JX', parent: 'LZ', kind: 'department', type: 'department', name: '计算机专业部' },
    { code: 'JJ', parent: '340200', kind: 'school', type: 'secondary_local', name: '鸠兹示范职业学校' },
    { code: 'JJ-WL', parent: 'JJ', kind: 'department', type: 'department', name: '物流专业部' },
    ...reportCities.map(({ code, name }) => ({ code, parent: 'AH', kind: 'city', type: 'city', name })),
    ...onlyReporting.map(({ code, city, type, name }) => ({ code, parent: city, kind: 'school', type, name })),
  ],
  people: [
    ...departmentPeople('jh-xx', 'JH-XX', '信息工程系'),
    ...departmentPeople('jh-jj', 'JH-JJ', '经济管理系'),
    ...schoolPeople('jh', 'JH', '江淮'),
    ...['jia', 'yi', 'bing'].map((which, index) =>
      person(`jh-zhuanjia-${which}`, `江淮校内专家${'甲乙丙'[index]}`, ['expert-group', 'JH']),
    ),
    ...departmentPeople('lz-jx', 'LZ-JX', '计算机专业部'),
    ...schoolPeople('lz', 'LZ', '庐州'),
    ...departmentPeople('jj-wl', 'JJ-WL', '物流专业部'),
    ...schoolPeople('jj', 'JJ', '鸠兹'),
    ...onlyReporting.flatMap(({ code, prefix, short }) => [
      person(`${prefix}-tianbao`, `${short}试点信息填报员`, ['reporter', code]),
      person(`${prefix}-lingdao`, `${short}分管校领导`, ['school-leader', code]),
      person(`${prefix}-jiaowu`, `${short}教务处审核员`, ['academic-affairs', code]),
    ]),
    person('hefei', '合肥市教育局审核员', ['city-reviewer', '340100']),
    person('wuhu', '芜湖市教育局审核员', ['city-reviewer', '340200']),
    person('sheng', '省推进办审核员', ['province-reviewer', 'AH']),
    person('zhichengchu', '省教育厅职成处经办', ['province-education', 'AH']),
    person('admin', '系统管理员', ['administrator', 'AH']),
  ],
};
