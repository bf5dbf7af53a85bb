import type { Result } from './errors';
import { detail } from './messages';
import type { Catalog } from './model/catalog';
import type { UnitExplanation } from './model/answers';
import { nearest } from './nearest';

const plain = (id: string): string => id.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** What is asked by a unit and how it is looked for; ids are matched without regard to case and spaces. */
export function explainUnit(catalog: Catalog, unitId: string): Result<UnitExplanation> {
  const places = catalog.standards.flatMap((standard) => standard.groups.flatMap((group) => group.units.map((unit) => ({ standard, unit }))));
  const place = places.find(({ unit }) => unit.id === unitId) ?? places.find(({ unit }) => plain(unit.id) === plain(unitId)) ?? places.find(({ unit }) => unit.clause === unitId.trim());
  if (place !== undefined) return { ok: true, value: { ...place, rules: catalog.rules.get(place.unit.id) ?? null, lexicon: catalog.lexicon, record: catalog.reliability?.units[place.unit.id] ?? null } };
  const near = nearest(unitId, places.map(({ unit }) => unit.id));
  return { ok: false, problems: [{ code: 'unknown-unit', detail: near === null ? detail('given', unitId) : detail('near', unitId, near) }] };
}
