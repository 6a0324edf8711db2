import type { Lexicon } from '../lexicon';

export const portuguese: Lexicon = {
  requests: [
    '(?:podes|poderias|consegues) ~',
    '^(?:voce )?(?:pode|poderia|podem|poderiam|podemos|consegue) ~',
    '(?:por favor|favor|por gentileza),? (?!note~|desconsider~|ignor~|nao |desculp~)(?:nos )?~',
    '(?:precisamos|preciso) (?:d[aeo] (?:sua|seu|tua|teu|uma (?:decisao|resposta))|que|saber)~',
    '(?:aguardo|aguardamos|no aguardo d[oae]|a espera d[aeo]) (?:[oa] )?(?:seu|sua|teu|tua|vosso|vossa|retorno|resposta|confirmacao)',
    '(?:nos|me) (?:avise|diga|informe|confirme|envie|digam|avisem)',
    '(?:avisa|avise|diga|diz)(?:-| )(?:nos|me)',
    'alguma novidade',
    'voce (?:sabe|pode|poderia|consegue)',
    'agradecia que',
    'gostaria de saber',
  ],
  openers: [
    '(?:quem|qual|quando|como|quanto|onde|o que) (?:e|sao|esta|foi|vai|deve) ',
    'sera que ',
  ],
  nothing: [
    'nenhuma (?:acao|resposta) (?:e )?(?:necessaria|requerida)',
    'nao (?:precisa|precisas|e preciso|e necessario|ha necessidade)',
    'nada a fazer',
    'sem necessidade de',
  ],
  aside: [
    '(?:por favor,? )?note que',
    '(?:des|dis)?considere? (?:o|a) (?:meu|minha)',
    'desconsider~',
    'ignor(?:e|a|em)',
    'em anexo',
    'se tiver (?:alguma )?duvidas?',
  ],
  informs: [
    'para (?:a )?(?:sua |tua |vossa )?informacao',
    'so para (?:voce|tu)? ?(?:saber|saberes)',
    'fyi',
    'a titulo (?:de informacao|informativo)',
    'so queria informar',
    '(?:muito )?obrigad[oa]s?',
  ],
  automatic: ['resposta automatica', 'mensagem automatica', 'esta e uma mensagem automatica'],
  away: [
    '(?:estou|estarei|encontro-me) .. (?:fora do escritorio|de ferias|em ferias|ausente|de licenca)',
  ],
  meanwhile: [
    'quando (?:voltar|regressar)',
    'no meu (?:retorno|regresso)',
    'em caso de urgencia',
    'urgen~',
    'sem acesso',
    '(?:sua|tua) (?:mensagem|e-?mail)',
  ],
  promises: [
    '(?:vou|vamos) (?:verificar|ver|checar|analisar|perguntar|olhar|conferir|tratar)~',
    '(?:eu )?(?:trato|cuido) (?:disso|disto)',
    'deixa comigo',
    '(?:verifico|vejo) ',
  ],
};
