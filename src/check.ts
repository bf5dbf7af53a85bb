/** The pipeline: document → facts → findings → assessments → gap report. Synchronous and pure. */
import { assess, isAssessed, summarise } from './assess';
import { evaluate } from './evaluate';
import { detect } from './facts/detect';
import { makeReader, readFacts, type Reader } from './facts/facts';
import { indexNotes, readIndexEntries } from './facts/index-entries';
import type { Catalog } from './model/catalog';
import type { ReportDocument } from './model/document';
import type { GapReport } from './model/gap-report';
import type { Detected, Profile } from './model/profile';
import { VERSION } from './version';

const READERS = new WeakMap<Catalog, Reader>();

/** The catalogue's lexicon made ready for reading; the work is done once per catalogue. */
export function readerOf(catalog: Catalog): Reader {
  const known = READERS.get(catalog) ?? makeReader(catalog);
  READERS.set(catalog, known);
  return known;
}

/** Checks one report. The same document, catalogue and profile give the same report, byte for byte. */
export function checkReport(document: ReportDocument, catalog: Catalog, given: Profile): GapReport {
  const detected = detect(document);
  const profile = settleProfile(given, detected);
  const standards = catalog.standards.filter((s) => !profile.standards || profile.standards.includes(s.id));
  const facts = readFacts(readerOf(catalog), document, profile.period ? Number(profile.period.to.slice(0, 4)) : null);
  const entries = readIndexEntries(document, catalog.standards);
  const findings = evaluate(facts, catalog, standards, (unit) => isAssessed(unit, profile), entries);
  const assessments = assess(findings, catalog, profile, document.unreadableShare);
  const { name, sha256, pages, unreadablePages, language, notes } = document;
  return {
    schema: 'lacuna/gap-report@1',
    tool: { name: 'lacuna', version: VERSION },
    report: { name, sha256, pages, unreadablePages, language, period: profile.period ?? null, notes: [...notes, ...indexNotes(document, entries)] },
    profile, detected,
    standards: standards.map((s) => ({ id: s.id, title: s.title, edition: s.edition, ...(s.unofficial ? { unofficial: s.unofficial } : {}), rules: catalog.versions[s.id] ?? { version: VERSION, sha256: '' } })),
    assessments,
    summary: summarise(assessments, standards),
  };
}

/** What the profile says outranks what the report tells. */
function settleProfile(given: Profile, detected: Detected): Profile {
  // The question and the profile's own key ask the same.
  const first = given.firstYear === undefined ? {} : { answers: { 'first-reporting-period': given.firstYear, ...given.answers } };
  return {
    ...(detected.period ? { period: detected.period } : {}),
    ...(detected.publicationDate ? { publicationDate: detected.publicationDate } : {}),
    ...(detected.griClaim ? { griClaim: detected.griClaim } : {}),
    ...(detected.exchange ? { exchange: detected.exchange } : {}),
    ...given, ...first,
  };
}
