import type { Lexicon } from '../lexicon';

export const dutch: Lexicon = {
  requests: [
    '^(?:kun|kan|wil|wilt|kunt|mag) (?:je|jij|u|jullie|iemand) ~',
    'zou(?:den)? (?:je|jij|u|jullie) ~',
    '^(?:mogen|kunnen|moeten|zullen) we ~',
    '(?:we|wij|ik) (?:hebben|heb) (?:je|jouw|uw|jullie) .. nodig',
    '(?:laat|geef|stuur|vertel|meld) (?:het )?(?:ons|me|mij) ',
    'laat je het ons',
    '(?:alsjeblieft|alstublieft|a\\.?u\\.?b|svp)',
    'gelieve (?!niet|op te merken|te negeren)~',
    'graag (?!gedaan)(?:je|jouw|uw|een|hoor|hoorde|willen|ontvang~|vernemen|even|reactie|bevestiging)~',
    '(?:wacht|wachten) op (?:je|jouw|uw|jullie)',
    'verzoek om ',
  ],
  openers: [
    '(?:\\p{L}+, )?(?:is|zijn|heb|heeft|hebben|kun|kan|kunnen|weet|weten|mag|mogen) (?:je|jij|u|jullie|er|het|de|dit|dat|ze|zij|we|wij|iemand|hun) ',
    '(?:wie|wat|wanneer|waar|waarom|hoe|welke?) (?:is|zijn|heeft|hebben|kan|moet|lang|veel) ',
  ],
  nothing: [
    'geen (?:verdere )?(?:actie|antwoord|reactie) (?:is )?(?:nodig|vereist)',
    '(?:hoeft|hoef|hoeven) (?:je )?(?:verder )?(?:niet|niets|geen)',
    '(?:is |verder )?niets (?:nodig|te doen)',
    'niets aan te doen',
    'niet nodig',
  ],
  aside: [
    'let op',
    'negeer~',
    '(?:gelieve )?(?:op te merken|te negeren)',
    'in de bijlage',
    'bij vragen',
  ],
  informs: [
    'ter (?:info|informatie|kennisgeving|kennisname)',
    'fyi',
    '(?:alleen )?informeren',
    'voor de volledigheid',
    'bedankt',
    'dank (?:je|u|jullie)?(?: wel)?',
    'dankjewel',
  ],
  automatic: [
    'automatisch (?:antwoord|bericht)',
    'afwezigheids(?:melding|bericht|assistent)',
    'dit is een automatisch',
  ],
  away: ['ik ben .. (?:niet op kantoor|met vakantie|op vakantie|afwezig|met verlof)'],
  meanwhile: [
    'na mijn terugkeer',
    'bij (?:spoed|dringende)',
    'dringend',
    'geen toegang',
    '(?:uw|je) (?:bericht|e-?mail|mail)',
    'neem .. contact op',
  ],
  promises: [
    'ik (?:kijk|zoek|check|vraag|ga|regel|pak|controleer|kom er)~',
    '(?:kijk|zoek|check) (?:ik )?(?:ernaar|het uit|even)',
    'komt goed',
  ],
};
