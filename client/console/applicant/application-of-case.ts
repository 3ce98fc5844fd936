import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Form } from '../../../workflows/case/condition.ts';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { type Application, emptyApplication } from '../guided-form/application.ts';
import { baseOf } from '../guided-form/sections.ts';

/** What was submitted, as it can be filled in again. Only whoever sees all of a case can. */
export function applicationOf(seen: SeenCase, plan: CasePlan): Application {
  const codes = (state: string) => seen.materials.filter((one) => one.state === state).map(({ code }) => code);
  const inCase = new Set(seen.items.map(({ id }) => baseOf(id)));
  return {
    ...emptyApplication(plan, null, seen.region), applicant: seen.applicant, serviceWay: seen.serviceWay, policy: seen.policy,
    form: Object.fromEntries(seen.fields.map(({ code, value }) => [code, value])) as Form,
    materials: seen.materials.filter(({ form }) => form === 'paper' || form === 'file').map(({ code, form, files }) => ({
      material: code, form: form as 'paper' | 'file', files: files.map((file) => ({ ...file, name: 'name' in file && typeof file.name === 'string' ? file.name : nameOf(file) })),
    })),
    deferred: codes('deferred'), committedMaterials: codes('committed'), chosen: plan.items.filter((item) => item.optional && inCase.has(item.id)).map(({ id }) => id),
    committed: seen.items.filter(({ committed }) => committed).map(({ id }) => id),
  };
}

/** A case keeps what a file is, not what it was called. */
function nameOf({ sha256, type }: { readonly sha256: string; readonly type: string }): string {
  return `${sha256.slice(0, 8)}.${type.split('/').at(-1)!.replace(/^vnd.*\.(\w+)$/, '$1')}`;
}
