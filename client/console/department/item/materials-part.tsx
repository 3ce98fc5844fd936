import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenItem, SeenMaterial } from '../../../api/schemas/seen-case.ts';
import { useLanguage } from '../../app/language.ts';
import { Ground } from '../../case-page/ground.tsx';
import { useMe } from '../../app/me.ts';
import { useKept } from '../kept.ts';
import { useDeskItem } from './desk-case.ts';
import { FileButtons, FileViewer, type ShownFile } from './file-viewer.tsx';
import { MarkDefect } from './mark-defect.tsx';
import { useMarks } from './marks.ts';

const NONE: readonly string[] = [];
const STATES: Readonly<Record<SeenMaterial['state'], string>> = { supplied: 'good', fetched: 'good', deferred: 'warn', committed: 'open', awaited: 'bad' };

/** The check list (审查要点) with the materials, each beside what is looked at: what asks for it, whether it was looked through, what is wrong with it. */
export function MaterialsPart() {
  const { t } = useTranslation('department');
  const me = useMe();
  const { seen, item } = useDeskItem();
  const materials = useMemo(() => seen.materials.filter((material) => material.neededBy.includes(item.id)), [seen.materials, item.id]);
  const first = materials.flatMap((material) => material.files.slice(0, 1).map((file): ShownFile => ({ file, material })))[0] ?? null;
  const [chosen, setChosen] = useState<ShownFile | null>(null);
  const shown = chosen && materials.some(({ files }) => files.some(({ id }) => id === chosen.file.id)) ? chosen : first;
  const [checked, keep] = useKept(`onething.checked.${me?.person.id ?? ''}.${seen.caseNo}.${item.id}`, NONE);
  if (materials.length === 0) return null;
  return (
    <section className="card" aria-labelledby="materials-part">
      <h2 id="materials-part">{t('materials.title')} <span className="soft small">{t('materials.checked', { checked: materials.filter(({ code }) => checked.includes(code)).length, all: materials.length })}</span></h2>
      <div className={shown ? 'materials with-viewer' : 'materials'}>
        <ul className="material-list">
          {materials.map((material) => (
            <Material
              key={material.code} material={material} item={item} shown={shown} onShow={setChosen} isChecked={checked.includes(material.code)}
              onCheck={(isChecked) => keep(isChecked ? [...checked, material.code] : checked.filter((code) => code !== material.code))}
            />
          ))}
        </ul>
        {shown && <FileViewer shown={shown} />}
      </div>
    </section>
  );
}

interface Props {
  readonly material: SeenMaterial;
  readonly item: SeenItem;
  readonly shown: ShownFile | null;
  readonly onShow: (shown: ShownFile) => void;
  readonly isChecked: boolean;
  readonly onCheck: (isChecked: boolean) => void;
}

function Material({ material, item, shown, onShow, isChecked, onCheck }: Props) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const marks = useMarks();
  const target = { kind: 'material', code: material.code } as const;
  const marked = marks.of(target).length > 0;
  const name = say(material.name);
  const basis = item.work?.checkPoints.find(({ code }) => code === material.code)?.basis ?? null;
  // What was promised for later or committed to cannot be listed as missing.
  const markable = material.state !== 'deferred' && material.state !== 'committed';
  return (
    <li className={`${marked ? 'has-mark' : ''}${shown?.material.code === material.code ? ' shown' : ''}`}>
      <div className="material-head">
        <Checkbox checked={isChecked} onChange={(event) => onCheck(event.target.checked)}><b>{name}</b></Checkbox>
        <span className={`chip ${STATES[material.state]}`}>{t(`materials.state.${material.state}`)}</span>
      </div>
      <p className="small soft">
        {material.form ? t(`materials.form.${material.form}`) : ''}{material.suppliedOn ? ` ${material.suppliedOn}` : ''}{material.state === 'deferred' && material.dueOn ? t('materials.deferredUntil', { on: material.dueOn }) : ''}
        {basis && <Ground basis={basis} />}
      </p>
      {material.certificate && <OnCertificate certificate={material.certificate} />}
      <FileButtons material={material} shown={shown} onShow={onShow} />
      {(markable || marked) && (marks.open || marked) && <MarkDefect target={target} name={name} />}
    </li>
  );
}

/** What the certificate store says of it: to be compared with what is in sight beside it. */
function OnCertificate({ certificate: { number, issuer, issuedOn: on, validUntil } }: { readonly certificate: NonNullable<SeenMaterial['certificate']> }) {
  const { t } = useTranslation('department');
  return <p className="small number">{validUntil === null ? t('materials.certificateForGood', { number, issuer, on }) : t('materials.certificate', { number, issuer, on, until: validUntil })}</p>;
}
