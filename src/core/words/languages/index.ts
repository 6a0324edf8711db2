// The languages in which comments are read; a sentence is looked at in all of them, as people mix them.
import type { Lexicon } from '../lexicon';
import { arabic } from './arabic';
import { dutch } from './dutch';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { italian } from './italian';
import { japanese } from './japanese';
import { polish } from './polish';
import { portuguese } from './portuguese';
import { spanish } from './spanish';

export const languages: readonly Lexicon[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  japanese,
  arabic,
];
