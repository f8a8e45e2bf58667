"""Word lists of the rules, folded (lower case, no accents). Data: a line more needs no code.

They keep false alarms down: an acronym isn't shouting, "Lincoln Park" is a place, "Will" is also a verb.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SMALL_ENGLISH = _words(
    "the of and in to for with a an is are our at on this we you your it be from will has have by that they i their all "
    "was were or not"
)
SMALL_SPANISH = _words(
    "el la los las de del en que por para con un una su es se al nuestra nuestro nuestros nuestras y hoy como gracias "
    "son mas muy esta este lo le les sus"
)
SMALL_OTHERS = _words(
    "le les des et dans pour nous est une aux ecole nan ak yo nou lekol pou iyo oo waa ka ku maalin ardayda waxaa wuxuu "
    "ang ng mga sa ay po cua va cac truong hoc khong nao com uma das dos der die das und ist wir"
)
"""French, Haitian Creole, Somali, Tagalog, Vietnamese, Portuguese, German: by such words a language is told."""

ACRONYMS = _words(
    "pta pto ptsa sga nhs njhs stem steam stream iep iready map psat sat act ap ib avid ell esl esol elp gate rotc jrotc "
    "nasa usa us uk dc md tx nyc la id pe va tv ok fyi rsvp asap faq qr pdf url diy ceo cfo coo gpa fafsa cte ccps bcps "
    "sisd eisd yisd utep umbc umd jhu mica hbcu vip mvp ncaa nba nfl mlb wnba nhl ymca ywca naacp ada asl cpr aed cdc "
    "covid flu hvac led lgbtq bipoc sel pbis mtss plc pd am pm est edt cst cdt mst mdt pst pdt i ii iii iv v vi vii viii "
    "ix x xi xii jv llc inc llp cst dj mc bbq ufo dna rna led gt tag fbla deca ffa hosa naf ged k pk prek tk ece abc abcs er"
)
"""Written in capitals without shouting. A school's own account and school names are added at run time."""

PLACE_WORDS = _words(
    "elementary middle high school schools academy college university park street st avenue ave road rd drive dr lane "
    "boulevard blvd way court place plaza square library stadium field fields gym gymnasium arena center centre hall "
    "auditorium theater theatre museum hospital clinic building campus bridge river creek lake island mountain county "
    "city township memorial foundation scholarship award prize trophy cup day week month house church garden gardens "
    "pool beach trail station airport hotel restaurant store market mall bakery company inc llc corp isd institute "
    "primaria secundaria escuela parque calle avenida biblioteca estadio canyon valley springs hills falls bay ranch farm "
    "zoo aquarium heights village manor bulldogs broncos tigers eagles hawks cafe grill diner pizza gallery studio"
)
"""After a name they make it a place, a prize or a firm: "Lincoln Elementary", "Rosa Parks Scholarship"."""

TITLES = _words(
    "mr mrs ms miss mx dr prof professor principal coach officer superintendent teacher nurse counselor librarian "
    "director chief mayor governor senator president judge sgt sergeant captain pastor rev author artist illustrator "
    "chef sr sra srta dra maestro maestra profesor profesora director directora entrenador entrenadora"
)
"""Before a name they say that this is an adult."""

ORDINARY = _words(
    "a al an and art april august autumn bell berry bill bishop black blue bond brook brown bud burns bush carter chance "
    "chase christian church clay cook crystal day dean dawn drew early faith field fields fisher flowers ford forest "
    "frank frost gene glory gold grace grant gray green hall harmony hill holiday holly honor hope house hunt hunter iris "
    "ivy jack jade jay jewel joy judge june justice king knight lake land lane lily long love march marina mark martin "
    "mason may mercy miles mill moon north noble olive page park parker parks paris pat penny pearl piper pleasant poole power powers "
    "pope porter price prince rain ray reed reading rich river rivers robin rock rose ruby rush sage sandy savannah short "
    "shepherd sky snow spring starr star stone storm street sue summer sunny swan sweet temple terry trinity true van "
    "victor violet walker ward waters way wells west white will willow winter wolf wood woods work worth wright young "
    "angel cruz esperanza flor flores luz mar milagros paz reyes rios rosa sol luna estrella"
)
"""Names that are ordinary words too: in lower case they count only beside one that isn't."""

SCHOOL_WORDS = _words(
    "art band board book brunch calendar camp career choir clinic club college committee community concert conference council dance "
    "day drive election elections event expo fair family fest festival field food fun game games government graduation "
    "handbook health history holiday international leadership learning library life math meeting music national night "
    "news office orchestra of parent parents performance picture portal principal program project reading recital registration "
    "report resource science senate senior service services show social spirit spring fall winter summer sports staff "
    "student students success support survey talent team theater trip union week wellness world writing year "
    "ambassador ambassadors athlete athletes of the month body center showcase achievement handbook section teacher "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)
"""Capitalised after "student" they are the name of a thing: "Student Council", "Student Art Show"."""

PROPER = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october "
    "november december halloween thanksgiving christmas easter hanukkah america american baltimore maryland texas"
)
"""Keep their capital when shouted words are written small again."""

NAMES_CALLED = _words(
    "idiot idiots idiotic moron morons clueless brat brats bratty whiner whiners whiny crybaby crybabies "
    "lazy useless hopeless worthless loser losers heathen heathens slob slobs airhead airheads airheaded "
    "dimwit dimwits dimwitted nutjob nutjobs psycho psychos creep creeps pervert perverts brainless ignorant "
    "illiterate incompetent pathetic selfish liar liars crook crooks fool fools foolish stupid dumb trashy "
    "delusional thug thugs deadbeat deadbeats karen karens coward cowards hypocrite hypocrites busybody "
    "busybodies ghetto imbecile imbeciles scum weirdo weirdos"
)
"""What people are called who are to be hurt."""

WORSE_OF_PEOPLE = _words(
    "animal animals monster monsters trash garbage clown clowns savage savages pig pigs creepy fat ugly "
    "stinky rude nasty disgusting slow cheater cheaters bullies criminal criminals devil devils demon demons "
    "rat rats snake snakes freak freaks jerk jerks bum bums blind feral"
)
"""Said of a bear, a storm or a goal these harm nobody."""

CHIDING = _words(
    "entitled spoiled ungrateful disrespectful annoying obnoxious awful terrible horrible bad weird joke "
    "handful terror disgrace embarrassment nut brain dim control germ"
)
"""Further words without which nobody is called names."""

HARSH = _words(
    "hate stand despise sick done tired fed wrong life nobody grow shut sit jobs job control learn raised spawn dumber "
    "hobby ought ashamed quit stop grip clue never shouldnt nightmare spineless gutless faced waste smell "
    "smells smelled stunk reek reeks reeked ruining"
)
"""Without one of these nobody is told off."""

OF_GROUPS = _words(
    "immigrants foreigners mexicans hispanics latinos blacks asians muslims jews gays poor old fat disabled special people "
    "trailer stay single welfare boys girls women men moms dads ladies"
)
"""Without one of these no group of people is run down."""

OF_SALES = _words(
    "dr doctor sells hosting having throwing come best sent mention out eat your yours get giving offering handing free half off link discount discounts deal deals coupon "
    "coupons fast book schedule beat vende vendo venta compre compren comprele pedido pedidos hablenle hablen llamen llamenle "
    "escriban escribanle docena kilo cada orden descuento descuentos my mi sell selling percent copy amazon etsy ebay "
    "facebook poshmark craigslist rate rates price prices some one hablele llamele escribame compra"
)
"""Without one of these nothing more is sold than what is always looked for."""

OF_CAMPAIGNS = _words(
    "flip back win out office choice candidate man woman person pick sign signing petition rally protest march walkout picket "
    "need stand standing years wave republican republicans democrat democrats democratic red blue gop thank show gather let "
    "next remember send put keep kick throw"
)
"""Without one of these no more campaigning is looked for than always."""

OF_BELIEF = _words(
    "god gods jesus christ lord allah pray prayer prayers praying church mass worship service services bible "
    "quran salvation savior saviour father spirit risen dios cristo senor iglesia misa culto oren ore oremos "
    "oracion oraciones recen recemos pidan pidamos virgen psalm psalms proverbs john matthew romans "
    "philippians corinthians isaiah jeremiah"
)
"""Without one of these nobody is called to a belief."""

OF_HEARSAY = _words(
    "word knows wouldnt send official officially hears hear heard hearing true confirm confirmed know told said say says saying claim claims claiming talk "
    "talking gossip swears salt quote understand understood gather dijeron contaron escuche oi dizque cierto"
)
"""Without one of these nothing is hearsay but what the list knows."""

OF_JOURNEYS = _words(
    "headed heading going leaving traveling travelling driving flying taking riding off way loading leaves "
    "leave departs depart pulls pull rolls roll back gone away out"
)
"""Without one of these nobody sets out."""

PARTICLES = _words("de del la las los da do dos di van von der den el al bin ibn y")
"""Small words inside family names."""

WORDS_AS_SURNAMES = _words(
    "baker banks barber bird brooks butler carpenter chambers cooper cross doe drake foster fowler fox freeman garner "
    "glass glover good graves hardy harper hart hayes holder hood ivory joiner key lamb law little major miller mills "
    "moore palmer pierce pitts potter sanders savage sharp singer skinner small steel strong summers swift tanner "
    "turner wall weaver weeks wheeler wild winters wise campos rojas leon vega mora rubio delgado cortes montes pena "
    "rosas guerra tan song pham lin yang lee chin diaz serrano moreno bravo blanco calderon cordero guerrero herrera "
    "torres castillo molina iglesias salinas cabrera prado fuentes barrera paredes pastor marin leal robles pardo franco"
)
"""Family names that are words too, beside `ORDINARY`."""

GIVEN_NAMES = _words(
    "aaliyah aaron abigail adam addison adela adrian adriana adriel ahmed aidan aiden aisha alan alana "
    "alba albert alejandra alejandro alex alexa alexander alexandra alexis alfonso alfred alfredo ali "
    "alice alicia alina allison alma alonso alvaro alyssa amanda amara amari amber amelia amelie amina "
    "amir amiyah amparo amy ana anaya andre andrea andres andrew angela angelica angelina angelique "
    "angelo angie anh anita ann anna anne annette anthony antonio araceli arely aria ariana ariel arjun "
    "arlene armando arthur arturo aryan asher ashley athena atticus aubrey audrey aurora austin ava avery "
    "ayden aylin barbara barry beatrice beatriz beckett belen bella ben benito benjamin bentley bernard "
    "bernardo bernice beth betty beverly bianca blanca bodhi bonnie braden bradley brandon braulio "
    "braxton brayan brayden breanna brenda brent brian brianna briella brielle brody brooke bruce bruno "
    "bryan bryce bryson byron caden caleb calvin camden camila camren carl carla carlos carmela carmen "
    "carol carole caroline carolyn carrie carson catalina catherine cayden cayson cecilia cecilio celeste "
    "cesar charlene charles charlotte chaya chen cheryl chester chloe chris christina christopher cindy "
    "claire clarence claudia claudio clemente clifford clyde colleen colton concepcion conner connie "
    "connor constance consuelo cooper cora corbin corey craig cristian cristina cristobal curtis cynthia "
    "daisy dale dalia damari damian dana daniel daniela danielle dante dario darius darlene darrell "
    "darryl david davion dayana deandre deborah debra declan deja delia delilah dennis derek deshawn "
    "destiny devin diana diane diego diya dmitri dolores dominic donald donna doris dorothy douglas duane "
    "dwayne dylan earl easton edgar edgardo edith edna eduardo edward edwin efrain eileen elaina elaine "
    "elba eleanor elena eli eliana elias elijah elisa elizabeth ella ellen ellie elliot ellis eloisa "
    "elora elsie elvira ember emerson emery emilia emiliano emilio emily emma emmanuel emmett enrique "
    "enriqueta eric erica erick erin ernest ernesto esme esmeralda esteban estela esther ethan eugene "
    "eugenia eusebio eva evan evaristo evelia evelyn everett ezekiel ezra fabian fabiola farah fatima "
    "fatou federico felicia felipe fernanda fernando fidel finley finnegan flavio florence floyd francis "
    "francisca francisco fred frederick gabino gabriel gabriela gael gail gary gemma genaro genesis "
    "geoffrey george georgia gerald geraldine gerardo german gianna gianni gilbert gilberto gina ginger "
    "giovanni gisela giselle gladys glen glenda glenn gloria gonzalo gordon grace graciela graham grayson "
    "greg gregorio gregory greyson griffin griselda guadalupe guillermo gunner gustavo gwen gwendolyn "
    "hadley hailey hana hannah harley harold harper harriet harvey hassan hayden heather hector heidi "
    "helen henry herbert heriberto herman hilda hiroshi holden horacio howard hudson hugo humberto huong "
    "ian ibrahim ida ignacia ignacio imani imelda ines ingrid irene iris irma isaac isabel isabella "
    "isabelle isaiah isidro isla ismael israel ivan izabella jace jacinto jackie jacob jacqueline jada "
    "jaden jadiel jaime jalen jalisa jamal james jane janet janice jasmine jason javier jaxon jaxson jay "
    "jayce jayceon jayden jayla jaylah jaylen jazlyn jazmin jean jeanette jeff jeffrey jennifer jeremiah "
    "jeremy jerome jeronimo jerry jesse jessica jesus jett jill jim jimena jimmy jin joan joann joanna "
    "joaquin jodi joe joel john johnny jon jonathan jordan jorge jose josefina joseph josephine joshua "
    "josiah josie jovita joyce juan juana juanita judit judith judy julia julian juliana julie juliette "
    "julio june justin kaden kai kaiden kairo kamila karen karim karina karl karter kash katelyn "
    "katherine kathleen kathryn kathy katie kayden kayla keegan kehlani keira keisha keith kelly ken "
    "kendall kendra kenji kennedy kenneth kevin khalid khloe kiara kiera kim kimberly kingston kinsley "
    "knox kobe kobi kolton kora kristen kristin kurt kyle kyler kylie kyra laila lan landon larry laura "
    "lauren layla leah leandro leilani lena lennox leo leon leonard leonardo leonel leonor leopoldo leroy "
    "leslie leticia liam lilah liliana lillian lilliana lily linda ling linh lisa lloyd logan lois londyn "
    "lorena lorenzo lori lorraine louis louise lourdes luca lucas lucia luciana lucille lucio lucy luis "
    "luisa luke lupe luz lynn mabel mackenzie maddox madison maeve magdalena mai maia makayla makenna "
    "malik manuel manuela marc marcela marcelo marco marcos marcus margaret margarita maria mariah mariam "
    "mariana marie marilyn marina mario marion marisol marjorie marlene marley marshall martha martin "
    "marvin mason mateo matias matilde matteo matthew maureen maurice mauricio max maximo maxine maya "
    "mayra mckenna mckenzie megan mei melanie melinda melissa melvin mercedes messiah mia micah michael "
    "michelle miguel mike mildred milo milton minh minnie miriam mitchell mohamed moises molly monica "
    "monique morris muhammad mustafa myla myra nadia nadine nadira naila nancy naomi nasir natalia "
    "natalie natasha nathan nathaniel nayeli neil nelson nestor nevaeh ngoc nguyet nia nicholas nicole "
    "nina noah noe noelani noelle noemi nora norah norma norman oakley octavio ofelia olga oliver olivia "
    "omar orion orlando oscar osvaldo owen pablo paisley paityn pamela paola patricia patrick patty paul "
    "paula payton pedro peggy penelope penny perry peter peyton philip phillip phyllis piedad pilar "
    "preston priya priyanka quincy quinn rachel rafael rafaela rahul raj ralph ramiro ramon ramona "
    "randall randy raquel raul ravi ray raymond reagan rebeca rebecca regina reinaldo remi renato renee "
    "reynaldo rhonda rhys ricardo richard rick rigoberto riley rita robert roberto rocio rodolfo rodrigo "
    "rogelio roger rohan roland roman romina ron ronald rosa rosalia rosalind rosario rosaura rosemary "
    "rosie ross rowan roxana roy ruben russell ruth ryan ryder ryker ryland sabrina sally salma salvador "
    "sam samantha samara samir samuel sandra sanjay santiago sara sarah sasha savannah sawyer scarlett "
    "scott sean sebastian selena serenity sergio shania shaniqua shannon sharon sheila shelly sherry "
    "shiloh shirley sidney silas silvia silvio simon skylar sloane socorro sofia sofie soledad sonia "
    "sophia sophie soren stacy stanley stanton stefan stella stephanie steve steven stewart stuart sue "
    "susan susana sutton suzanne sven sydney sylvia tamara tammy tanya tariq tatiana tatum taylor teagan "
    "ted tenley teodoro teresa terrence terri thanh theodore theresa thiago thomas tiana tiffany tim "
    "timothy tina tobias tobin todd tom tomas tommy toni tony tonya tracy trang travis tristan troy tuan "
    "tucker tyler tyrone ulises ursula valentin valentina valeria valerie valery vanessa vera vernon "
    "veronica vicki victor victoria victoriano vihaan vincent vincente viola violeta virginia vivian "
    "viviana wade wallace walter wanda warren wayne wei wendy wesley william wilma wyatt xander xavier "
    "ximena yadira yahir yareli yaretzi yasmin yesenia yesica yolanda yuki yusuf yvette yvonne zachary "
    "zaiden zainab zander zara zayden zion zoe zoey zoila zora zuri"
)
"""Common given names of US schools. Used only beside a word such as "student", never on their own."""

NICKNAMES = (
    "alejandro alex ale", "alexander alex xander", "alexandra alex lexi sandra", "andrew andy drew", "anthony tony",
    "antonio tony tono", "benjamin ben benny", "carlos charlie carlitos", "charles charlie chuck", "christopher chris topher",
    "cristian cris", "daniel dan danny dani", "david dave davy", "edward ed eddie", "eduardo eddie lalo",
    "elizabeth liz beth lizzie betty eliza", "emmanuel manny", "enrique quique kike", "ernesto neto", "fernando fer nando",
    "francisco paco pancho frank cisco", "gabriel gabe", "gabriela gaby gabi", "gregory greg", "guadalupe lupe lupita",
    "guillermo memo", "ignacio nacho", "isabel isa chabela", "isabella bella izzy isa", "jacob jake", "james jim jimmy jamie",
    "jennifer jen jenny", "jesus chuy", "jonathan jon", "jose pepe joe", "joseph joe joey", "joshua josh", "juan juanito",
    "katherine kate katie kathy kat", "leonardo leo", "luis lucho", "madison maddie", "manuel manny manolo", "margaret maggie meg peggy",
    "maria mari", "matthew matt matty", "michael mike mikey", "miguel mike", "mohamed mo", "nathaniel nate nathan",
    "nicholas nick nicky", "olivia liv livvy", "patricia pat patty trish", "rafael rafa", "rebecca becky becca", "ricardo rick ricky",
    "richard rick ricky rich dick", "robert rob bob bobby robbie", "roberto beto rob", "samantha sam sammy", "samuel sam sammy",
    "santiago santi", "sebastian seb sebas", "sofia sofi", "stephanie steph", "steven steve", "theodore theo teddy ted",
    "thomas tom tommy", "timothy tim timmy", "valentina vale", "victoria vicky tori", "vincent vince vinny",
    "william will bill billy liam", "zachary zach zack",
)  # fmt: skip
"""A formal given name, then what people call its bearer."""

SPELLINGS = (
    "ahmed ahmad ahmet", "aidan aiden ayden", "aisha ayesha aysha", "alison allison allyson", "ana anna", "ann anne",
    "ashley ashleigh", "brian bryan", "caitlin caitlyn kaitlin kaitlyn katelyn", "christian cristian kristian",
    "christina cristina kristina", "eric erik erick", "fatima fatimah", "geoffrey jeffrey", "hannah hanna hana",
    "hussein hussain husain", "ibrahim ebrahim", "isabel isabelle isobel", "isabella izabella", "jaden jayden jaiden",
    "jasmin jasmine jazmin yasmin", "john jon", "katherine catherine kathryn katharine", "khadija khadijah",
    "lucas lukas", "madeline madelyn madeleine", "makayla mikayla mckayla michaela", "marc mark",
    "mohamed mohammed mohammad muhammad muhammed", "nicholas nicolas nikolas", "omar umar", "philip phillip",
    "rebecca rebekah", "sara sarah", "sofia sophia", "stephen steven", "teresa theresa", "yusuf yousef youssef",
    "zoe zoey zoie",
)  # fmt: skip
"""A given name as it is spelled in one family and another."""
