import type { Lexicon } from '../lexicon';

export const italian: Lexicon = {
  requests: [
    '(?:potresti|potreste|riusciresti) (?:a )?~',
    '^(?:puoi|potete|puo|potrebbe|possiamo|riesci|riuscite) (?:a )?~',
    '(?:per favore|per cortesia|cortesemente|per piacere),? (?!ignor~|nota~|non )~',
    'si prega di (?!notare|ignorare|non )~',
    '(?:ci|mi) (?:serve|servirebbe) (?:la tua|il tuo|la vostra|il vostro|sapere|una (?:decisione|risposta|conferma))',
    '(?:abbiamo|ho) bisogno (?:di (?:sapere|una (?:decisione|risposta|conferma))|del (?:tuo|vostro)|della (?:tua|vostra))',
    '(?:facci|fammi|fateci|ci faccia) sapere',
    '(?:dicci|dimmi|diteci|confermaci|confermami|inviaci|mandaci)',
    '(?:in|restiamo in|resto in|rimaniamo in) attesa di',
    'ti chied(?:o|iamo) di',
    'vi chied(?:o|iamo) di',
    'farci sapere',
    'gentilmente ~',
  ],
  openers: [
    '(?:chi|qual|quale|quanto|dove|cosa|che cosa) (?:e|sono|ha|hanno|deve|va) ',
    'sai (?:se|chi|quando|come) ',
  ],
  nothing: [
    'nessuna? (?:azione|risposta|intervento) (?:e )?(?:richiest[ao]|necessari[ao])',
    "non (?:serve|occorre|e necessario|c'e bisogno)",
    'non (?:devi|dovete|deve) (?:fare|rispondere)',
    '(?:nulla|niente) da fare',
  ],
  aside: [
    '(?:si prega di )?notare',
    'ignor(?:a|ate|i|are)',
    'non considerare',
    'se hai domande',
    'in allegato',
  ],
  informs: [
    '(?:solo )?per (?:tua |vostra |sua |tuo )?(?:informazione|conoscenza|info)',
    'fyi',
    'a titolo informativo',
    'informarti',
    'grazie~',
  ],
  automatic: ['risposta automatica', 'messaggio automatico', 'questo e un messaggio automatico'],
  away: ['(?:sono|saro) .. (?:fuori ufficio|in ferie|assente~|in congedo|fuori sede)'],
  meanwhile: [
    'al mio (?:rientro|ritorno)',
    'per urgenze',
    'urgen~',
    'non ho accesso',
    '(?:il|tuo|suo) messaggio',
  ],
  promises: [
    '(?:ci|lo|la) (?:guardo|verifico|controllo|penso)',
    '(?:verifico|controllo|chiedo|guardo) ',
    'me ne occupo',
    'ti faccio sapere',
    'vi faccio sapere',
  ],
};
