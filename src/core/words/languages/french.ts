import type { Lexicon } from '../lexicon';

export const french: Lexicon = {
  requests: [
    '(?:peux|pourrais|veux|voudrais|sais)(?: |-)tu ~',
    '(?:pouvez|pourriez|voulez|savez)(?: |-)vous ~',
    '(?:tu|vous) (?:pourrais|pourriez) ~',
    '(?:pouvons|devons|pourrions)(?: |-)nous ~',
    "merci (?:de|d') ?(?:(?:nous|me|les?|la|lui|leur) |m'|l')?(?!votre|notre|avoir)~(?:er|ir|re|oir)",
    '(?:veuillez|priere de|merci de bien vouloir) (?!note~|ignor~|ne pas|trouver|excuser|recevoir)~',
    "(?:nous avons|j'ai) besoin (?:de (?:ta|ton|tes|votre|vos|savoir|connaitre)|d'(?:une|un))",
    '(?:dis|dites|indique|indiquez|confirme|confirmez|envoie|envoyez|fais|faites)(?:-|:)? ?(?:nous|moi)',
    "(?:dans l'attente|en attente) de (?:ta|ton|votre|vos)",
    "s'il (?:te|vous) plait",
    'svp',
    'stp',
    'revenir vers (?:nous|moi)',
    "j'attends (?:ta|ton|votre|vos)",
  ],
  openers: [
    "est-ce qu(?:e|') ?",
    '(?:avez|as|ont|est|sont|a)-(?:t-)?(?:vous|tu|ils|elles|il|elle|on) ',
    '(?:qui|quel|quelle|quels|quelles|quand|comment|pourquoi|combien) (?:est|sont|a|ont|doit|peut) ',
  ],
  nothing: [
    "aucune? (?:action|reponse|intervention|retour) (?:n'est )?(?:requise?|necessaire|attendue?)",
    "(?:pas|plus) besoin (?:de|d')",
    "(?:tu n'as|vous n'avez|n'as|n'avez)?\\s?rien a faire",
    'inutile de',
    'rien de (?:ta|votre|ton) part',
  ],
  aside: [
    '(?:veuillez|merci de|priere de)? ?note(?:r|z)',
    'ne (?:tiens|tenez) pas compte',
    'ignore(?:r|z)?',
    'si (?:tu as|vous avez) des questions',
    'ci-joint',
  ],
  informs: [
    'pour (?:ton |votre )?info(?:rmation)?',
    'fyi',
    "a titre (?:d')?info~",
    'a titre informatif',
    'au courant',
    'merci~',
  ],
  automatic: [
    'reponse automatique',
    "message (?:d'absence|automatique)",
    'ceci est un message automatique',
  ],
  away: [
    'je suis .. (?:absente?|en (?:conges?|vacances|deplacement|conge maternite)|hors du bureau)',
    'je serai .. absente?',
  ],
  meanwhile: [
    'a mon retour',
    "en cas d'urgence",
    'pas acces',
    'urgence',
    'votre (?:message|mail|e-mail|courriel)',
    'de retour le',
  ],
  promises: [
    "je (?:regarde|verifie|vais|m'en|m'y|me renseigne|reviens|check~|vois|demande|te tiens|vous tiens|te dis|vous dis)~",
    "on (?:regarde|verifie|s'en occupe)",
    'je vous? reviens',
  ],
};
