/** Standard files → standards, sorted by id. */
import type { Problem } from '../errors';
import type { Group, Standard, Unit } from '../model/standard';
import { conforms, type CatalogFile } from './files';
import { problemAt } from './lexicon';
import headerSchema from '../../schemas/standard.schema.json';
import unitsSchema from '../../schemas/units.schema.json';

interface RawGroup {
  readonly group: Omit<Group, 'units'>;
  readonly units: readonly (Omit<Unit, 'assessed' | 'pillar'> & { readonly assessed?: boolean; readonly pillar?: string | null })[];
}

/** One standard per folder; a folder without `standard.yaml`, a unit listed twice or a question nobody asked is a problem. */
export function readStandards(files: readonly CatalogFile[], problems: Problem[]): readonly Standard[] {
  const folders = [...new Set(files.map((f) => f.folder))].sort();
  const seen = new Map<string, string>();
  return folders.flatMap((folder) => {
    const own = files.filter((f) => f.folder === folder);
    const header = own.find((f) => /standard\.ya?ml$/.test(f.path));
    if (!header) { problems.push({ code: 'invalid-catalog', detail: `standards/${folder} has no standard.yaml`, where: { file: `standards/${folder}` } }); return []; }
    if (!conforms<Omit<Standard, 'groups'>>(header, headerSchema, problems)) return [];
    if (header.value.id !== folder) problems.push(problemAt(header, '/id', `id ${header.value.id} must equal the folder's name ${folder}`));
    const questions = new Set((header.value.questions ?? []).map((q) => q.id));
    const groups = own.filter((f) => f !== header).flatMap((file) => {
      if (!conforms<RawGroup>(file, unitsSchema, problems)) return [];
      file.value.units.forEach((unit, i) => checkUnit(file, unit, i, seen, questions, problems));
      return [{ ...file.value.group, units: file.value.units.map(toUnit) }];
    });
    const { questions: asked = [], topics = [], formerCodes = [] } = header.value;
    return [{ ...header.value, questions: asked, topics, formerCodes, groups }];
  });
}

function toUnit({ assessed, pillar, ...unit }: RawGroup['units'][number]): Unit {
  return { ...unit, assessed: assessed ?? true, ...(pillar ? { pillar } : {}) };
}

function checkUnit(file: CatalogFile, unit: RawGroup['units'][number], i: number, seen: Map<string, string>, questions: ReadonlySet<string>, problems: Problem[]): void {
  const pointer = `/units/${i}`;
  if (seen.has(unit.id)) problems.push(problemAt(file, `${pointer}/id`, `unit ${unit.id} is already listed in ${seen.get(unit.id)}`));
  seen.set(unit.id, file.path);
  if (unit.condition?.ask && !questions.has(unit.condition.ask)) problems.push(problemAt(file, `${pointer}/condition/ask`, `question ${unit.condition.ask} is not in standard.yaml`));
  if (unit.assessed === false && !unit.unassessedBecause) problems.push(problemAt(file, pointer, `unit ${unit.id} is not assessed: unassessedBecause must say why`));
  const leaves = unit.leaves.map((l) => l.id);
  const twice = leaves.find((id, at) => leaves.indexOf(id) !== at);
  if (twice !== undefined) problems.push(problemAt(file, `${pointer}/leaves`, `leaf ${twice} of ${unit.id} is listed twice`));
}
