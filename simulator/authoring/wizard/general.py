"""Words that say nothing about what a talk is about: they could stand in any."""

_FUNCTION = frozenset(
    """a about after again all alongside also although am among amongst an and another any anybody anyone anything are
    aren't around as at be because been before being both but by can can't cannot could couldn't did didn't do does
    doesn't doing don't done down each either else ever every everybody everyone everything for from get gets
    getting got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself his
    how i i'd i'll i'm i've if in instead into is isn't it it's its itself just let let's like may maybe me might
    mine more most much must my myself neither never no nobody none nor not nothing now of off on once one only onto
    or other others our ours out over own perhaps quite rather really same shall she she'd she'll she's should
    shouldn't since so some somebody someone something somehow still such than that that's the their theirs them
    themselves then there there's these they they'd they'll they're they've this those though through to today
    together too toward towards twice til till under unless until up upon us very was wasn't we we'd we'll we're
    we've were weren't what what's whatever when where which while who who's whoever whole whom whose why will with
    without won't would wouldn't yes yet you you'd you'll you're you've your yours yourself zero two three four five
    six seven eight nine ten eleven twelve aint concerning except per regarding throughout via versus whatsoever
    whenever wherever whereas whilst gonna gotta wanna kinda sorta dunno ok okay oh ah hey hi hello yeah yep nope
    nah well please etc eg ie""".split()
)
_NAMES_TOO = frozenset("shed shell hell".split())
FUNCTION = _FUNCTION | {word.replace("'", "") for word in _FUNCTION} - _NAMES_TOO
"""Words that never begin or end a name of something, with their apostrophes and without."""

NOUNS_TOO = frozenset(("till",))
"""Of these the ones that do name something after an article: "the till"."""
ARTICLES = frozenset("a the my your our this that each every cash".split())

GENERAL = frozenset(
    """act add ago aim air art ask ate bad big bit boy buy cut day eat end eye far fee few fit fix fun guy hit hot
    ill job key kid law lay led lie lot low man men met mad mix new odd off oil old pay put ran red run sad sat saw
    say sea see set sir sit sum sun top try use via war way win won able absolutely accept across actual actually
    added admit afford afternoon agree agreed ahead allowed almost alone along already alright although always
    amount angry annoyed answer answered answering anymore anyway anywhere apart apparently appear area argue
    arrive arrived asked asking asks aside attitude available avoid aware away awful back badly based basically
    became become becomes becoming began begin beginning begins begun behave behaving behaviour behavior behind
    believe below beside besides best better between beyond blame blamed bother bottom bring bringing brings broke
    broken brought busy call called calling calls calm came care cared careful careless cares carry case cases
    catch caught cause caused certain certainly chance change changed changes changing check checked checking
    choice choose claim claimed clear clearly close closed come comes coming common complain complained complete
    completely concern concerned confirm confirmed consider constantly continue continued correct course current
    dare dark daily days deal dealt decide decided decision definitely depends despite difference different
    difficult doubt drop dropped during early easily easy effort eighteen eighty either empty ended ends enough
    entire entirely especially even evening eventually ever exact exactly example except excuse expect expected
    explain explained explaining extra fact facts fail failed fair fairly false fast fault feel feeling feels fell
    felt fifteen fifty fill finally find fine finish finished first five follow followed following forget forgets
    forgetting forgot forgotten forty forward found four fourteen free front full fully further future gave general
    generally give given gives giving goes going gone good great group grow guess half handed handle handled hands
    happen happened happening happens happy hard hardly hate head hear heard help helped helping hide high himself
    hold holding hope hour hours hundred idea ignore ignored imagine important improve improved inside instead
    intend involved issue issues join keep keeping keeps kept kind knew know knowing known knows large last lately
    later laugh laughed lead least leave leaves leaving left less level life likely line list listen listened
    listening little live lives long longer look looked looking looks lose losing lost lots love made main make
    makes making manage many matter matters mean means meant meanwhile mention mentioned mess middle mind minute
    minutes miss missed missing mistake mistakes moment month months mood more morning mostly move moved moving
    much names near nearly necessary need needed needs nice night nineteen ninety normal normally note noted notice
    noticed number numbers obvious obviously offer offered often older open opened opinion option order ordinary
    otherwise ought outside part particular particularly parts pass passed past pick picked piece place places
    plain plan planned play please plenty point pointed points poor possible possibly present pretty previous
    probably problem problems proper properly proud prove push pushed putting puts question questions quick quickly
    quiet quietly quit raise raised rang reach reached reaction read reading ready real realise realised realize
    realized reason reasons receive received recent recently refuse refused regular regularly relationship remember
    remembered remind reminded repeat repeated replied reply respond responded response rest result return returned
    right ring rings round rude rule rules running runs said says saying scared second seconds secret seem seemed
    seems seen sees self send sending sends sent serious seriously seventy several share shared short shout shouted
    shouting show showed showing shown shows sick side signs simple simply single sitting situation sixty slow slowly
    small smile soon sooner sorry sort sound sounded sounds speak speaking spend spent spoke spoken stand standing
    start started starting starts state stay stayed stays step stick stood stop stopped stops story straight
    strange stuff stupid such sudden suddenly suggest suggested supposed sure surprised system systems take taken
    takes taking talk talked talking talks tell telling tells tend terms terrible thank thanks themself thing
    things think thinking thinks third thirteen thirty thought thousand time times tired told tomorrow tone tonight
    took total totally touch tried tries trouble true truly trust truth trying turn turned turning turns twelve
    twenty type understand understood unfair upset used useful useless using usual usually various version voice
    wait waited waiting walk walked walking want wanted wanting wants warn warned waste watch watched ways week
    weeks went whether willing wish within woman women wonder word words work worked worker workers working works
    world worried worry worse worst worth write writes writing wrong wrote year years yesterday young
    bloody christ damn dear fuck fucking god heck hell shit awake asleep backwards barely below biggest bigger bits
    bunch chat chats checks clue couple crap cross damned deeper deepest easier easiest earlier earliest elderly
    everyday extremely faster fastest final finished folk folks forever forwards funny further furthest gently glad
    guess guessed guys harder hardest heavier heavily hello helpful honest hung hang highest higher honestly huge
    incredibly indeed instead kindly largely larger latest lately less lightly lower lowest luck lucky lived living
    merely middle mine moan narrow newer nicer nicest none nope older oldest onwards overall own people person pile
    pulled pull reckon repeat rough roughly sake scarce seldom shame sharp shorter shortest slightly slower smaller
    smallest somewhat specific split spot steady sudden sweet tad threw throw thrown tight tiny tough twice unable
    unless utterly vague wide wild wise worry worries younger youngest calls days hours months nights evenings
    mornings weekends yours""".split()
)
"""Words that say too little alone; beside another they may be part of a name."""

EVERYDAY = frozenset(
    """ask asked asking begin best better bring came change come comes coming day days decide do doing done easy end
    fair feel feels find fine first give gives giving glad go goes going good happen happened happens hard have hear
    heard help here hope idea important just keep kind know knowing known knows last later leave left let like
    listen little long look looked looking looks made make makes making matter matters mean means meant mention
    moment need needs new next nice now open part people person place point put question questions ready real really
    reason remember right said say saying says see seem seems side sit small something sort sorry speak start
    started stay still stop suppose sure take taken takes taking talk talked talking talks tell telling thing things
    think thinking thought time times today told tomorrow try trying turn understand understood use wait want wanted
    wants way well what whole why will wish wonder word words work works write wrong yesterday""".split()
)
"""Words that stand in any contrast ("I'm not here to ... . I do want to know what happened"), whatever is denied."""

QUALIFIES = frozenset(
    """back big daily early evening first front green last late long main monthly morning new night old open public
    red second small third weekly""".split()
)
"""General words that make another one more exact: the night shift, the front desk."""
