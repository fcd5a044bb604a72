"""Line breaking classes of UAX #14, as the insides of regular expression sets: `f"[{CLOSE}]"`.

They cover Chinese, Japanese and Korean, the scripts of Europe and the symbols, as ICU tailors them for Chinese: “ opens
and ” closes. Of the other scripts all is a letter, so one with rules of its own (Thai, Khmer, Tibetan) breaks only at
its spaces. No set names the ideographs: a set of so many characters takes milliseconds to compile.
"""

#: SP, ZW, the spaces among BA and, as a paragraph's own line ends are soft, BK, CR, LF and NL: these hang at a
#: line's end.
BLANK = "\t-\r \x85\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000"

#: CL: closing marks } ” 」 』 ） 》 】 and the full-width 。 ， 、
CLOSE = (
    "}\u201d\u2046\u207e\u208e\u2309\u230b\u232a\u2769\u276b\u276d\u276f\u2771\u2773\u2775\u27c6\u27e7\u27e9"
    "\u27eb\u27ed\u27ef\u2984\u2986\u2988\u298a\u298c\u298e\u2990\u2992\u2994\u2996\u2998\u29d9\u29db\u29fd\u2e23"
    "\u2e25\u2e27\u2e29\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e\u301f\ufe10-"
    "\ufe12\ufe18\ufe36\ufe38\ufe3a\ufe3c\ufe3e\ufe40\ufe42\ufe44\ufe48\ufe50\ufe52\ufe5a\ufe5c\ufe5e\uff09\uff0c"
    "\uff0e\uff3d\uff5d\uff60\uff61\uff63\uff64"
)

#: CP: the narrow closing brackets, to which a following word holds.
CLOSE_NARROW = ")\\]\u2e56\u2e58\u2e5a\u2e5c"

#: OP of narrow width ( [ { “: holds to the word before it as well.
OPEN_NARROW = (
    "(\\[{\xa1\xbf\u201a\u201c\u201e\u2045\u207d\u208d\u2308\u230a\u2768\u276a\u276c\u276e\u2770\u2772\u2774\u27c5"
    "\u27e6\u27e8\u27ea\u27ec\u27ee\u2983\u2985\u2987\u2989\u298b\u298d\u298f\u2991\u2993\u2995\u2997\u29d8\u29da"
    "\u29fc\u2e18\u2e22\u2e24\u2e26\u2e28\u2e42\u2e55\u2e57\u2e59\u2e5b"
)

#: OP of full width （ 《 「 『 【.
OPEN_WIDE = (
    "\u2329\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\ufe17\ufe35\ufe37\ufe39\ufe3b\ufe3d\ufe3f"
    "\ufe41\ufe43\ufe47\ufe59\ufe5b\ufe5d\uff08\uff3b\uff5b\uff5f\uff62"
)

OPEN = OPEN_NARROW + OPEN_WIDE

#: EX: ! ? and their wide forms.
EXCLAIM = "!?\u2762\u2763\u2cf9\u2cfe\u2e2e\u2e53\u2e54\ufe15\ufe16\ufe56\ufe57\uff01\uff1f"

#: IS: . , : ; which may stand inside a number.
INFIX = ",.:;\u037e\u0589\u2044"

#: SY.
SLASH = "/"

#: IN: … and its like.
LEADER = "\u2024-\u2026\u22ef\ufe19"

#: NS and CJ: ： ； 々 ・ and small kana, which never start a line though they close nothing.
NONSTARTER = (
    "\u203c\u203d\u2047-\u2049\u3005\u301c\u303b\u303c\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087"
    "\u308e\u3095\u3096\u309b-\u309e\u30a0\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5"
    "\u30f6\u30fb-\u30fe\u31f0-\u31ff\ua015\ufe13\ufe14\ufe54\ufe55\uff1a\uff1b\uff65\uff67-\uff70\uff9e\uff9f"
    "\U0001f679-\U0001f67b"
)

#: QU of category Pi: ‘ «.
QUOTE_INITIAL = "\xab\u2018\u201b\u201f\u2039\u2e02\u2e04\u2e09\u2e0c\u2e1c\u2e20"

#: QU of category Pf: ’ ».
QUOTE_FINAL = "\xbb\u2019\u203a\u2e03\u2e05\u2e0a\u2e0d\u2e1d\u2e21"

#: QU of no direction: " and '.
QUOTE_NEUTRAL = "\"'\u275b-\u2760\u2e00\u2e01\u2e06-\u2e08\u2e0b\U0001f676-\U0001f678"

QUOTE = QUOTE_INITIAL + QUOTE_FINAL + QUOTE_NEUTRAL

#: B2: the em dash and its longer kin.
DASH = "\u2014\u2e3a\u2e3b"

#: HY, HH and the other dashes after which a line may break: - ‐ –.
HYPHEN = "\\-\u058a\u05be\u2010\u2012\u2013"

#: BA, but for spaces and hyphens.
BREAK_AFTER = (
    "\\|\xad\u2027\u2056\u2058-\u205b\u205d\u205e\u2cfa-\u2cfc\u2cff\u2d70\u2e0e-\u2e15\u2e17\u2e19\u2e2a-\u2e2d"
    "\u2e30\u2e31\u2e33\u2e34\u2e3c-\u2e3e\u2e40\u2e41\u2e43-\u2e4a\u2e4c\u2e4e\u2e4f\u2e5d"
)

#: BB.
BREAK_BEFORE = "\xb4\u02c8\u02cc\u02df\u1ffd"

#: CB.
OBJECT = "\ufffc"

#: GL: the no-break space and its like.
GLUE = "\xa0\u034f\u035c-\u0362\u180e\u2007\u2011\u202f\ufe20\ufe22\ufe24\ufe26\ufe27\ufe29\ufe2b\ufe2d\ufe2e"

#: WJ.
JOINER = "\u2060\ufeff"

#: PR that may stand a space away from their number: ￥ $ €, and №.
CURRENCY = (
    "$\xa3-\xa5\u20a0-\u20a6\u20a8-\u20b5\u20b7-\u20ba\u20bc\u20bd\u20bf\u20c1-\u20cf\u2116\ufe69\uff04\uffe1"
    "\uffe5\uffe6"
)

PREFIX = CURRENCY + "+\\\\\xb1\u058f\u2212\u2213"

#: PO: % ‰ ℃ °.
POSTFIX = "%\xa2\xb0\u2030-\u2037\u2057\u20a7\u20b6\u20bb\u20be\u20c0\u2103\u2109\ufe6a\uff05\uffe0"

#: ZWJ, variation selectors, emoji modifiers, tags, and the CM of Han and kana: drawn on the character before them.
ZERO_WIDTH_JOINER = "\u200d"
ATTACHED = (
    ZERO_WIDTH_JOINER
    + "\u302a-\u302f\u3035\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)

#: CM that may belong to a word, which they count as letters of.
COMBINING = (
    "\u0300-\u034e\u0350-\u035b\u0363-\u036f\u0483-\u0489\u200c\u200e\u200f\u202a-\u202e\u2066-\u206f\u20d0-"
    "\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\ufe21\ufe23\ufe25\ufe28\ufe2a\ufe2c\ufe2f\ufff9-\ufffb"
)

#: RI: two of them make a flag.
REGIONAL = "\U0001f1e6-\U0001f1ff"

#: Not East Asian Width F, W or H: the other side of LB19a, and smaller to name. What no script uses counts as wide.
NARROW = (
    "\x00-\u10ff\u1160-\u20a8\u20aa-\u2319\u231c-\u2328\u232b-\u23e8\u23ed-\u23ef\u23f1\u23f2\u23f4-\u25fc\u25ff-"
    "\u2613\u2616-\u262f\u2638-\u2647\u2654-\u267e\u2680-\u2689\u2690-\u2692\u2694-\u26a0\u26a2-\u26a9\u26ac-"
    "\u26bc\u26bf-\u26c3\u26c6-\u26cd\u26cf-\u26d3\u26d5-\u26e9\u26eb-\u26f1\u26f4\u26f6-\u26f9\u26fb\u26fc\u26fe"
    "-\u2704\u2706-\u2709\u270c-\u2727\u2729-\u274b\u274d\u274f-\u2752\u2756\u2758-\u2794\u2798-\u27af\u27b1-"
    "\u27be\u27c0-\u2b1a\u2b1d-\u2b4f\u2b51-\u2b54\u2b56-\u2e7f\u2e9a\u2ef4-\u2eff\u2fd6-\u2fef\u302a-\u302f"
    "\u3035\u303f\u3040\u3097-\u309a\u3100-\u3104\u3130\u318f\u31e6-\u31ee\u321f\u3248-\u324f\ua48d-\ua48f\ua4c7-"
    "\ua95f\ua97d-\uabff\ufb00-\ufe0f\ufe1a-\ufe2f\ufe53\ufe67\ufe6c-\uff00\uffbf-\uffc1\uffc8\uffc9\uffd0\uffd1"
    "\uffd8\uffd9\uffdd-\uffdf\uffe7\uffef-\U0001f003\U0001f005-\U0001f0ce\U0001f0d0-\U0001f18d\U0001f18f"
    "\U0001f190\U0001f19b-\U0001f1ff\U0001f203-\U0001f20f\U0001f23c-\U0001f23f\U0001f249-\U0001f24f\U0001f252-"
    "\U0001f25f\U0001f266-\U0001f2ff\U0001f321-\U0001f32c\U0001f336\U0001f37d\U0001f394-\U0001f39f\U0001f3cb-"
    "\U0001f3ce\U0001f3d4-\U0001f3df\U0001f3f1-\U0001f3f3\U0001f3f5-\U0001f3f7\U0001f43f\U0001f441\U0001f4fd"
    "\U0001f4fe\U0001f53e-\U0001f54a\U0001f54f\U0001f568-\U0001f579\U0001f57b-\U0001f594\U0001f597-\U0001f5a3"
    "\U0001f5a5-\U0001f5fa\U0001f650-\U0001f67f\U0001f6c6-\U0001f6cb\U0001f6cd-\U0001f6cf\U0001f6d3\U0001f6d4"
    "\U0001f6d9-\U0001f6db\U0001f6e0-\U0001f6ea\U0001f6ed-\U0001f6f3\U0001f6fd-\U0001f7df\U0001f7ec-\U0001f7ef"
    "\U0001f7f1-\U0001f90b\U0001f93b\U0001f946\U0001fa00-\U0001fa6f\U0001fa7d-\U0001fa7f\U0001fa8b-\U0001fa8d"
    "\U0001fac7\U0001fac9-\U0001facc\U0001fadd\U0001fade\U0001faeb-\U0001faee\U0001faf9-\U0001ffff"
)

#: AL, NU and CM within words: everything named nowhere above, and no ideograph (ID, H2, H3, EB).
LETTER = (
    "#\\&*0-9<->@-Z\\^-z\\~-\x84\x86-\x9f\xa6-\xaa\xac\xae\xaf\xb2\xb3\xb5-\xba\xbc-\xbe\xc0-\u02c7\u02c9-\u02cb"
    "\u02cd-\u02de\u02e0-\u034e\u0350-\u035b\u0363-\u037d\u037f-\u0588\u058b-\u058e\u0590-\u05bd\u05bf-\u167f"
    "\u1681-\u180d\u180f-\u1ffc\u1ffe\u1fff\u200c\u200e\u200f\u2015-\u2017\u2020-\u2023\u202a-\u202e\u2038\u203b"
    "\u203e-\u2043\u204a-\u2055\u205c\u2061-\u207c\u207f-\u208c\u208f-\u209f\u20d0-\u2102\u2104-\u2108\u210a-"
    "\u2115\u2117-\u2211\u2214-\u22ee\u22f0-\u2307\u230c-\u2319\u231c-\u2328\u232b-\u23ef\u23f4-\u25ff\u2604-"
    "\u2613\u2616\u2617\u2619\u2620-\u2638\u263c-\u2667\u2669-\u267e\u2680-\u26bc\u26c9-\u26cc\u26ce\u26d2\u26d5-"
    "\u26d7\u26da\u26db\u26dd\u26de\u26e2-\u26e9\u26eb-\u26f0\u26f6\u26fb\u26fc\u2705-\u2707\u270e-\u275a\u2761"
    "\u2765-\u2767\u2776-\u27c4\u27c7-\u27e5\u27f0-\u2982\u2999-\u29d7\u29dc-\u29fb\u29fe-\u2cf8\u2cfd\u2d00-"
    "\u2d6f\u2d71-\u2dff\u2e16\u2e1a\u2e1b\u2e1e\u2e1f\u2e2f\u2e32\u2e35-\u2e39\u2e3f\u2e4b\u2e4d\u2e50-\u2e52"
    "\u2e5e-\u2e7f\u2e9a\u2ef4-\u2eff\u2fd6-\u2fef\u2ffc-\u2fff\u3040\u3097\u3098\u3100-\u3104\u3130\u318f\u31e6-"
    "\u31ee\u321f\u3248-\u324f\u4dc0-\u4dff\ua48d-\ua48f\ua4c7-\uabff\ufb00-\ufdff\ufe1a-\ufe1f\ufe21\ufe23\ufe25"
    "\ufe28\ufe2a\ufe2c\ufe2f\ufe53\ufe67\ufe6c-\ufefe\uff00\uffbf-\uffc1\uffc8\uffc9\uffd0\uffd1\uffd8\uffd9"
    "\uffdd-\uffdf\uffe7-\ufffb\ufffd-\U0001efff\U0001f100-\U0001f1ad\U0001f39c\U0001f39d\U0001f3b5\U0001f3b6"
    "\U0001f3bc\U0001f4a0\U0001f4a2\U0001f4a4\U0001f4af\U0001f4b1\U0001f4b2\U0001f500-\U0001f506\U0001f517-"
    "\U0001f524\U0001f532-\U0001f549\U0001f5d4-\U0001f5db\U0001f5f4-\U0001f5f9\U0001f650-\U0001f675\U0001f67c-"
    "\U0001f67f\U0001f700-\U0001f773\U0001f777-\U0001f77a\U0001f780-\U0001f7d4\U0001f800-\U0001f90b\U0001fa00-"
    "\U0001fa57\U0001fb00-\U0001ffff"
)

#: What neither a letter nor an ideograph is, but for the marks drawn on them.
NOT_WORD = (
    f"{BLANK}{CLOSE}{CLOSE_NARROW}{EXCLAIM}{INFIX}{SLASH}{LEADER}{NONSTARTER}{DASH}{HYPHEN}{BREAK_AFTER}{OBJECT}"
    f"{PREFIX}{POSTFIX}{REGIONAL}{QUOTE_FINAL}"
)
