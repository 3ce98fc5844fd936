import type { TFunction } from 'i18next';

/** `10 个工作日`, `10 working days`. */
export function dayCount(app: TFunction<'app'>, { length, unit }: { readonly length: number; readonly unit: string }): string {
  return app(`unit.${unit}`, { count: length });
}
