import type { Finding } from '../problem.ts';
import type { Check } from './check.ts';

/** Whoever must consent is named on the form, in words: by an identity that he proves to be his. */
export const consentsAskable: Check = ({ definition: { consent, fields } }) =>
  consent.flatMap(({ id, persons }, index) => persons.flatMap((person, position) => Object.entries(person).flatMap(([key, code]): Finding[] => {
    const field = fields.find((one) => one.code === code);
    if (!field) return [];
    const identity = fields.find((one) => one.code === person.identity);
    if (field.repeat !== identity?.repeat) {
      return [{
        code: 'consent.repeatDiffers', id, at: { path: ['consent', index, 'persons', position, key] },
        zh: `同意“${id}”的姓名字段“${code}”与证件号码字段“${person.identity}”不是按同一数量逐一填写。`, en: `The name “${code}” and the identity “${person.identity}” of the consent “${id}” are not repeated by the same count.`,
        mend: { zh: '给两个字段同样的 repeat。', en: 'Give both fields the same repeat.' },
      }];
    }
    if (field.type === 'text') return [];
    return [{
      code: 'consent.fieldNotText', id, at: { path: ['consent', index, 'persons', position, key] },
      zh: `同意“${id}”的${key === 'identity' ? '证件号码' : '姓名'}字段“${code}”不是文字。`, en: `The field “${code}”, which names who gives the consent “${id}”, is no text.`,
      mend: { zh: '改用 text 字段。', en: 'Use a field of type text.' },
    }];
  })));
