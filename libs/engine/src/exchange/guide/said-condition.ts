import type { Text } from '../../definition/basics.ts';
import type { FormField, FormSchema } from '../../definition/form.ts';
import { type Syntax, syntaxOf } from '../../expression/language.ts';

type Said = Required<Text>;

const comparisons: Readonly<Record<string, Said>> = {
  '==': { zh: '为', en: 'is' },
  '!=': { zh: '不为', en: 'is not' },
  '<': { zh: '小于', en: 'is less than' },
  '<=': { zh: '不大于', en: 'is at most' },
  '>': { zh: '大于', en: 'is more than' },
  '>=': { zh: '不小于', en: 'is at least' },
  in: { zh: '为', en: 'is one of' },
};
const joints: Readonly<Record<string, Said>> = { '&&': { zh: '且', en: ' and ' }, '||': { zh: '或', en: ' or ' } };

const same = (text: string): Said => ({ zh: text, en: text });

/** A condition on the form as people say it; what there are no words for stands as it is written. */
export function saidCondition(source: string, { properties }: Pick<FormSchema, 'properties'>): Said {
  return new Saying(source, properties).of(syntaxOf(source));
}

class Saying {
  constructor(
    private readonly source: string,
    private readonly properties: FormSchema['properties'],
  ) {}

  of(node: Syntax): Said {
    const joint = joints[node.op];
    if (joint !== undefined && (node.op === '&&' || node.op === '||')) {
      const parts = node.args.map((part) => (part.op === '||' && node.op === '&&' ? inBrackets(this.of(part)) : this.of(part)));
      return { zh: parts.map(({ zh }) => zh).join(joint.zh), en: parts.map(({ en }) => en).join(joint.en) };
    }
    const compared = comparisons[node.op];
    if (compared !== undefined && Array.isArray(node.args)) {
      const [left, right] = node.args as [Syntax, Syntax];
      const [what, value] = [this.named(left), this.valueOf(right, this.fieldOf(left))];
      return { zh: `${what.zh}${compared.zh}${value.zh}`, en: `${what.en} ${compared.en} ${value.en}` };
    }
    if (node.op === '!_') return this.negated(node.args);
    if (node.op === 'call' && node.args[0] === 'has') return this.filledIn(node.args[1][0], true);
    const { zh, en } = this.named(node);
    return this.fieldOf(node)?.type === 'boolean' ? { zh: `${zh}为“是”`, en: `${en} is yes` } : { zh, en };
  }

  private negated(node: Syntax): Said {
    if (node.op === 'call' && node.args[0] === 'has') return this.filledIn(node.args[1][0], false);
    if (this.fieldOf(node)?.type === 'boolean') {
      const { zh, en } = this.named(node);
      return { zh: `${zh}不为“是”`, en: `${en} is not yes` };
    }
    const { zh, en } = this.of(node);
    return { zh: `并非（${zh}）`, en: `not (${en})` };
  }

  private filledIn(node: Syntax | undefined, isFilled: boolean): Said {
    const { zh, en } = node === undefined ? same(this.source) : this.named(node);
    return isFilled ? { zh: `${zh}已填写`, en: `${en} is filled in` } : { zh: `${zh}未填写`, en: `${en} is empty` };
  }

  private named(node: Syntax): Said {
    const field = this.fieldOf(node);
    if (field === undefined) return this.asWritten(node);
    return { zh: `“${field.title}”`, en: `“${field['x-en'] ?? field.title}”` };
  }

  private asWritten({ start, end }: Syntax): Said {
    return same(this.source.slice(start, end));
  }

  /** `form.a`, `form.?a`, and those with a value for when it is empty. */
  private fieldOf(node: Syntax): FormField | undefined {
    if (node.op === 'rcall' && node.args[0] === 'orValue') return this.fieldOf(node.args[1]);
    if (node.op !== '.' && node.op !== '.?') return undefined;
    const [of, name] = node.args;
    return of.op === 'id' && of.args === 'form' ? this.properties[name] : undefined;
  }

  private valueOf(node: Syntax, beside: FormField | undefined): Said {
    if (node.op === 'list') {
      const values = node.args.map((item) => this.valueOf(item, beside));
      return { zh: values.map(({ zh }) => zh).join('、'), en: values.map(({ en }) => en).join(', ') };
    }
    if (node.op !== 'value') return this.named(node);
    if (typeof node.args === 'boolean') return node.args ? { zh: '“是”', en: 'yes' } : { zh: '“否”', en: 'no' };
    if (typeof node.args !== 'string') return same(String(node.args));
    const choice = beside?.type === 'string' ? beside.oneOf?.find((one) => one.const === node.args) : undefined;
    const { title, 'x-en': en = title } = choice ?? { title: node.args };
    return { zh: `“${title}”`, en: `“${en}”` };
  }
}

const inBrackets = ({ zh, en }: Said): Said => ({ zh: `（${zh}）`, en: `(${en})` });
