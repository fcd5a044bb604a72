"""Line breaking classes of UAX #14, as the insides of regular expression sets: `f"[{CLOSE}]"`.

They cover Chinese, Japanese and Korean, the scripts of Europe and the symbols, as ICU tailors them for Chinese: “ opens
and ” closes. Everything named nowhere here is a letter or a digit (AL, NU, and CM within words), so a script with rules
of its own (Thai, Khmer, Tibetan) breaks only at its spaces.
"""

#: SP, ZW, the spaces among BA and, as a paragraph's own line ends are soft, BK, CR, LF and NL: these hang at a
#: line's end.
BLANK = r"\t-\r \x85\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000"

#: CL: closing marks } ” 」 』 ） 》 】 and the full-width 。 ， 、
CLOSE = (
    r"}\u201d\u2046\u207e\u208e\u2309\u230b\u232a\u2769\u276b\u276d\u276f\u2771\u2773\u2775\u27c6\u27e7\u27e9"
    r"\u27eb\u27ed\u27ef\u2984\u2986\u2988\u298a\u298c\u298e\u2990\u2992\u2994\u2996\u2998\u29d9\u29db\u29fd\u2e23"
    r"\u2e25\u2e27\u2e29\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e\u301f\ufe10-"
    r"\ufe12\ufe18\ufe36\ufe38\ufe3a\ufe3c\ufe3e\ufe40\ufe42\ufe44\ufe48\ufe50\ufe52\ufe5a\ufe5c\ufe5e\uff09\uff0c"
    r"\uff0e\uff3d\uff5d\uff60\uff61\uff63\uff64"
)

#: CP: the narrow closing brackets, to which a following word holds.
CLOSE_NARROW = r")\]\u2e56\u2e58\u2e5a\u2e5c"

#: OP of narrow width ( [ { “: holds to the word before it as well.
OPEN_NARROW = (
    r"(\[{\xa1\xbf\u201a\u201c\u201e\u2045\u207d\u208d\u2308\u230a\u2768\u276a\u276c\u276e\u2770\u2772\u2774\u27c5"
    r"\u27e6\u27e8\u27ea\u27ec\u27ee\u2983\u2985\u2987\u2989\u298b\u298d\u298f\u2991\u2993\u2995\u2997\u29d8\u29da"
    r"\u29fc\u2e18\u2e22\u2e24\u2e26\u2e28\u2e42\u2e55\u2e57\u2e59\u2e5b"
)

#: OP of full width （ 《 「 『 【.
OPEN_WIDE = (
    r"\u2329\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\ufe17\ufe35\ufe37\ufe39\ufe3b\ufe3d\ufe3f"
    r"\ufe41\ufe43\ufe47\ufe59\ufe5b\ufe5d\uff08\uff3b\uff5b\uff5f\uff62"
)

OPEN = OPEN_NARROW + OPEN_WIDE

#: EX: ! ? and their wide forms.
EXCLAIM = r"!?\u2762\u2763\u2cf9\u2cfe\u2e2e\u2e53\u2e54\ufe15\ufe16\ufe56\ufe57\uff01\uff1f"

#: IS: . , : ; which may stand inside a number.
INFIX = r",.:;\u037e\u0589\u2044"

#: SY.
SLASH = r"/"

#: IN: … and its like.
LEADER = r"\u2024-\u2026\u22ef\ufe19"

#: NS and CJ: ： ； 々 ・ and small kana, which never start a line though they close nothing.
NONSTARTER = (
    r"\u203c\u203d\u2047-\u2049\u3005\u301c\u303b\u303c\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087"
    r"\u308e\u3095\u3096\u309b-\u309e\u30a0\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5"
    r"\u30f6\u30fb-\u30fe\u31f0-\u31ff\ua015\ufe13\ufe14\ufe54\ufe55\uff1a\uff1b\uff65\uff67-\uff70\uff9e\uff9f"
    r"\U0001f679-\U0001f67b"
)

#: QU of category Pi: ‘ «.
QUOTE_INITIAL = r"\xab\u2018\u201b\u201f\u2039\u2e02\u2e04\u2e09\u2e0c\u2e1c\u2e20"

#: QU of category Pf: ’ ».
QUOTE_FINAL = r"\xbb\u2019\u203a\u2e03\u2e05\u2e0a\u2e0d\u2e1d\u2e21"

#: QU of no direction: " and '.
QUOTE_NEUTRAL = r"\"'\u275b-\u2760\u2e00\u2e01\u2e06-\u2e08\u2e0b\U0001f676-\U0001f678"

QUOTE = QUOTE_INITIAL + QUOTE_FINAL + QUOTE_NEUTRAL

#: B2: the em dash and its longer kin.
DASH = r"\u2014\u2e3a\u2e3b"

#: HY, HH and the other dashes after which a line may break: - ‐ –.
HYPHEN = r"\-\u058a\u05be\u2010\u2012\u2013"

#: BA, but for spaces and hyphens.
BREAK_AFTER = (
    r"\|\xad\u2027\u2056\u2058-\u205b\u205d\u205e\u2cfa-\u2cfc\u2cff\u2d70\u2e0e-\u2e15\u2e17\u2e19\u2e2a-\u2e2d"
    r"\u2e30\u2e31\u2e33\u2e34\u2e3c-\u2e3e\u2e40\u2e41\u2e43-\u2e4a\u2e4c\u2e4e\u2e4f\u2e5d"
)

#: BB.
BREAK_BEFORE = r"\xb4\u02c8\u02cc\u02df\u1ffd"

#: CB.
OBJECT = r"\ufffc"

#: GL: the no-break space and its like.
GLUE = r"\xa0\u034f\u035c-\u0362\u180e\u2007\u2011\u202f\ufe20\ufe22\ufe24\ufe26\ufe27\ufe29\ufe2b\ufe2d\ufe2e"

#: WJ.
JOINER = r"\u2060\ufeff"

#: PR that may stand a space away from their number: ￥ $ €, and №.
CURRENCY = (
    r"$\xa3-\xa5\u20a0-\u20a6\u20a8-\u20b5\u20b7-\u20ba\u20bc\u20bd\u20bf\u20c1-\u20cf\u2116\ufe69\uff04\uffe1"
    r"\uffe5\uffe6"
)

PREFIX = CURRENCY + r"+\\\xb1\u058f\u2212\u2213"

#: PO: % ‰ ℃ °.
POSTFIX = r"%\xa2\xb0\u2030-\u2037\u2057\u20a7\u20b6\u20bb\u20be\u20c0\u2103\u2109\ufe6a\uff05\uffe0"

#: ZWJ, variation selectors, emoji modifiers, tags, and the CM of Han and kana: drawn on the character before them.
ZERO_WIDTH_JOINER = r"\u200d"
ATTACHED = (
    ZERO_WIDTH_JOINER
    + r"\u302a-\u302f\u3035\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)

#: CM that may belong to a word, which they count as letters of.
COMBINING = (
    r"\u0300-\u034e\u0350-\u035b\u0363-\u036f\u0483-\u0489\u200c\u200e\u200f\u202a-\u202e\u2066-\u206f\u20d0-"
    r"\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\ufe21\ufe23\ufe25\ufe28\ufe2a\ufe2c\ufe2f\ufff9-\ufffb"
)

#: RI: two of them make a flag.
REGIONAL = r"\U0001f1e6-\U0001f1ff"

#: ID, H2, H3, EB: Han, kana, Hangul, emoji.
IDEOGRAPH = (
    r"\u231a\u231b\u23f0-\u23f3\u2600-\u2603\u2614\u2615\u2618\u261a-\u261f\u2639-\u263b\u2668\u267f\u26bd-\u26c8"
    r"\u26cd\u26cf-\u26d1\u26d3\u26d4\u26d8\u26d9\u26dc\u26df-\u26e1\u26ea\u26f1-\u26f5\u26f7-\u26fa\u26fd-\u2704"
    r"\u2708-\u270d\u2764\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u2ff0-\u2ffb\u3003\u3004\u3006\u3007\u3012\u3013"
    r"\u3020-\u3029\u3030-\u3034\u3036-\u303a\u303d-\u303f\u3042\u3044\u3046\u3048\u304a-\u3062\u3064-\u3082\u3084"
    r"\u3086\u3088-\u308d\u308f-\u3094\u309f\u30a2\u30a4\u30a6\u30a8\u30aa-\u30c2\u30c4-\u30e2\u30e4\u30e6\u30e8-"
    r"\u30ed\u30ef-\u30f4\u30f7-\u30fa\u30ff\u3105-\u312f\u3131-\u318e\u3190-\u31e5\u31ef\u3200-\u321e\u3220-"
    r"\u3247\u3250-\u4dbf\u4e00-\ua014\ua016-\ua48c\ua490-\ua4c6\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe34\ufe45"
    r"\ufe46\ufe49-\ufe4f\ufe51\ufe58\ufe5f-\ufe66\ufe68\ufe6b\uff02\uff03\uff06\uff07\uff0a\uff0b\uff0d\uff0f-"
    r"\uff19\uff1c-\uff1e\uff20-\uff3a\uff3c\uff3e-\uff5a\uff5c\uff5e\uff66\uff71-\uff9d\uffa0-\uffbe\uffc2-\uffc7"
    r"\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\uffe2-\uffe4\U0001f000-\U0001f0ff\U0001f1ae-\U0001f1e5\U0001f200-"
    r"\U0001f39b\U0001f39e-\U0001f3b4\U0001f3b7-\U0001f3bb\U0001f3bd-\U0001f3fa\U0001f400-\U0001f49f\U0001f4a1"
    r"\U0001f4a3\U0001f4a5-\U0001f4ae\U0001f4b0\U0001f4b3-\U0001f4ff\U0001f507-\U0001f516\U0001f525-\U0001f531"
    r"\U0001f54a-\U0001f5d3\U0001f5dc-\U0001f5f3\U0001f5fa-\U0001f64f\U0001f680-\U0001f6ff\U0001f774-\U0001f776"
    r"\U0001f77b-\U0001f77f\U0001f7d5-\U0001f7ff\U0001f90c-\U0001f9ff\U0001fa58-\U0001faff\U00020000-\U0002fffd"
    r"\U00030000-\U0003fffd"
)

#: East Asian Width F, W and H, which decide how a quotation mark between two of them breaks (LB19a).
WIDE = (
    r"\u1100-\u115f\u20a9\u231a\u231b\u2329\u232a\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2630-\u2637"
    r"\u2648-\u2653\u267f\u268a-\u268f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2"
    r"\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf"
    r"\u2b1b\u2b1c\u2b50\u2b55\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u2ff0-\u3029\u3030-\u3034\u3036-\u303e\u3041"
    r"-\u3096\u309b-\u30ff\u3105-\u312f\u3131-\u318e\u3190-\u31e5\u31ef-\u321e\u3220-\u3247\u3250-\ua48c\ua490-"
    r"\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe52\ufe54-\ufe66\ufe68-\ufe6b\uff01-"
    r"\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\uffe0-\uffe6\uffe8-\uffee\U0001f004\U0001f0cf"
    r"\U0001f18e\U0001f191-\U0001f19a\U0001f200-\U0001f202\U0001f210-\U0001f23b\U0001f240-\U0001f248\U0001f250"
    r"\U0001f251\U0001f260-\U0001f265\U0001f300-\U0001f320\U0001f32d-\U0001f335\U0001f337-\U0001f37c\U0001f37e-"
    r"\U0001f393\U0001f3a0-\U0001f3ca\U0001f3cf-\U0001f3d3\U0001f3e0-\U0001f3f0\U0001f3f4\U0001f3f8-\U0001f43e"
    r"\U0001f440\U0001f442-\U0001f4fc\U0001f4ff-\U0001f53d\U0001f54b-\U0001f54e\U0001f550-\U0001f567\U0001f57a"
    r"\U0001f595\U0001f596\U0001f5a4\U0001f5fb-\U0001f64f\U0001f680-\U0001f6c5\U0001f6cc\U0001f6d0-\U0001f6d2"
    r"\U0001f6d5-\U0001f6d8\U0001f6dc-\U0001f6df\U0001f6eb\U0001f6ec\U0001f6f4-\U0001f6fc\U0001f7e0-\U0001f7eb"
    r"\U0001f7f0\U0001f90c-\U0001f93a\U0001f93c-\U0001f945\U0001f947-\U0001f9ff\U0001fa70-\U0001fa7c\U0001fa80-"
    r"\U0001fa8a\U0001fa8e-\U0001fac6\U0001fac8\U0001facd-\U0001fadc\U0001fadf-\U0001faea\U0001faef-\U0001faf8"
    r"\U00020000-\U0003fffd"
)

#: Every class that a letter is not.
NOT_LETTER = (
    f"{BLANK}{CLOSE}{CLOSE_NARROW}{OPEN}{EXCLAIM}{INFIX}{SLASH}{LEADER}{NONSTARTER}{QUOTE}{DASH}{HYPHEN}{BREAK_AFTER}"
    f"{BREAK_BEFORE}{OBJECT}{GLUE}{JOINER}{PREFIX}{POSTFIX}{ATTACHED}{REGIONAL}{IDEOGRAPH}"
)
