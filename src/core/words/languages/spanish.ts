import type { Lexicon } from '../lexicon';

export const spanish: Lexicon = {
  requests: [
    '(?:puedes|podrias|podeis|podriais) ~(?:ar|er|ir|rnos|rme|rlo|rla|rle|rles)~',
    '^(?:me |nos )?(?:puede|podria|pueden|podrian|podemos|debemos|deberiamos) ~',
    'por favor,? (?!ignor~|no |tened|tenga|ten |ten en|disculp~)~',
    '(?:confirma|indica|avisa|informa|envia|manda|ayuda|di|explica)(?:me|nos)',
    '(?:necesitamos|necesito) (?:tu|vuestra|que me|que nos|saber|una (?:decision|respuesta))~',
    '(?:quedamos|quedo|estamos|estoy) a la espera',
    'a la espera de (?:tu|su|vuestra)',
    'agradeceria(?:mos)? (?:que|tu|su)',
    '(?:avisa|avise|avisad|dinos|diganos|decidnos|confirma|confirme)(?: |,|$)',
    'alguna novedad',
    'porfa',
  ],
  openers: [
    '(?:quien|cual|cuando|como|cuanto|donde) (?:es|son|esta|estan|fue|va|debe) ',
    '(?:sabes|sabeis|sabe) (?:si|quien|cuando|como|que|cual)',
  ],
  nothing: [
    'no (?:hace|hara) falta',
    'no es (?:necesari[oa]|preciso)',
    'no (?:tienes|teneis|tiene|tienen) que (?:hacer|responder|contestar)',
    'no se requiere',
    'no (?:necesitas|necesita) hacer',
    'sin necesidad de',
    'nada (?:que hacer|por tu parte|de tu parte)',
  ],
  aside: [
    '(?:tened|tenga|tengan|ten) en cuenta',
    'ignor(?:a|e|ad|en)',
    'no (?:tengas|tenga) en cuenta',
    'si tienes (?:alguna )?(?:duda|pregunta)s?',
    'adjunto',
  ],
  informs: [
    '(?:solo )?para (?:tu |su |vuestra )?informacion',
    'para que (?:lo )?sepas',
    'fyi',
    'a titulo informativo',
    'informarte',
    '(?:muchas |mil )?gracias~',
  ],
  automatic: ['respuesta automatica', 'mensaje automatico', 'este es un mensaje automatico'],
  away: [
    '(?:estoy|me encuentro|estare) .. (?:fuera de la oficina|de vacaciones|de baja|ausente|de permiso)',
  ],
  meanwhile: [
    'a mi (?:regreso|vuelta)',
    'en caso de urgencia',
    'urgen~',
    'sin acceso',
    '(?:su|tu) (?:mensaje|correo)',
  ],
  promises: [
    '(?:lo|la|los) (?:miro|reviso|compruebo|consulto|pregunto|veo|mirare|revisare)',
    'me (?:encargo|ocupo|pongo)',
    '(?:voy|vamos) a (?:mirar|revisar|comprobar|preguntar|ver)~',
    '(?:reviso|miro|consulto) ',
    'te (?:digo|aviso|confirmo)',
  ],
};
