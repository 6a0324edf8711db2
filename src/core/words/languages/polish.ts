import type { Lexicon } from '../lexicon';

export const polish: Lexicon = {
  requests: [
    '(?:czy )?(?:mozesz|mozecie|moglbys|moglabys|moglibyscie|moze pan|moze pani|mogliby|moglby pan|moglaby pani) ~',
    'czy mozemy ~',
    '(?:prosze|prosimy) (?:o|bardzo o) ~',
    '(?:prosze|prosimy) (?!zignor~|pamieta~|nie |o wyrozum~|zauwaz~)~',
    'prosba o ~',
    '(?:potrzebujemy|potrzebuje) (?:twoj~|panstwa|informacji|decyzji|zgody|odpowiedzi|potwierdz~|wiedziec)',
    '(?:daj|dajcie) (?:nam|mi|prosze)? ?(?:prosze )?znac',
    '(?:powiedz|napisz|potwierdz|sprawdz|przeslij|wyslij)(?:cie)? (?:nam|mi|prosze|czy|kto|co)',
    '(?:czekamy|czekam) na (?:twoj~|odpowiedz|decyzj~|informacj~)',
  ],
  openers: [
    'czy ',
    '(?:kto|co|kiedy|gdzie|dlaczego|jak|jaki|jaka|ile|ktory|ktora) (?:jest|sa|ma|maja|moze|powinien|trzeba) ',
  ],
  nothing: [
    'nie (?:trzeba|musisz|musicie|potrzeba|wymaga)',
    'nic nie (?:musisz|trzeba|jest potrzebne)',
    'nic .. nie jest (?:potrzebne|wymagane)',
    'bez potrzeby',
  ],
  aside: [
    '(?:prosze )?zignoruj~',
    '(?:prosze )?(?:pamieta~|zauwaz~)',
    'w razie pytan',
    'w zalaczniku',
  ],
  informs: [
    '(?:tylko )?do (?:twojej |panstwa )?(?:wiadomosci|informacji)',
    '(?:tylko )?dla (?:twojej |panstwa )?informacji',
    'informacyjnie',
    'fyi',
    'poinformowac',
    'uwaga',
    '(?:bardzo |serdecznie )?dziek~',
  ],
  automatic: [
    '(?:odpowiedz automatyczna|automatyczna odpowiedz)',
    '(?:to jest )?wiadomosc (?:automatyczna|wygenerowana automatycznie)',
  ],
  away: ['(?:jestem|bede|przebywam) .. (?:poza biurem|na urlopie|na zwolnieniu|nieobecn[ya])'],
  meanwhile: [
    'po powrocie',
    'w pilnych sprawach',
    'piln~',
    'nie mam dostepu',
    'za wiadomosc',
    'prosze o kontakt z',
  ],
  promises: [
    '(?:sprawdze|sprawdzam|zobacze|przyjrze sie|zajme sie|zapytam|dopytam|dowiem sie|ustale|spojrze|wroce)',
    'dam znac',
  ],
};
