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
    "el la los las de del en que por para con un una su es se al nuestra nuestro nuestros nuestras y no hoy como gracias "
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
    "primaria secundaria escuela parque calle avenida biblioteca estadio"
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

GIVEN_NAMES = _words(
    "aaliyah aaron abigail adam adela adrian adriana ahmed aidan aiden aisha alan alana alba albert "
    "alejandra alejandro alex alexa alexander alexandra alexis alfonso alfred alfredo ali alice alicia "
    "alina allison alma alonso alvaro alyssa amanda amara amber amelia amelie amina amir amparo amy ana "
    "andre andrea andres andrew angela angelica angelina angelo angie anh anita ann anna anne annette "
    "anthony antonio araceli ariana ariel arjun arlene armando arthur arturo ashley aubrey audrey aurora "
    "austin ava barbara barry beatrice beatriz belen bella ben benito benjamin bernard bernardo bernice "
    "beth betty beverly bianca blanca bonnie bradley brandon braulio brayden breanna brenda brent brian "
    "brianna brooke bruce bruno bryan byron caleb calvin camila carl carla carlos carmela carmen carol "
    "carole caroline carolyn carrie catalina catherine cecilia cecilio celeste cesar charlene charles "
    "charlotte chen cheryl chester chloe chris christina christopher cindy claire clarence claudia "
    "claudio clemente clifford clyde colleen concepcion connie connor constance consuelo cora corey craig "
    "cristian cristina cristobal curtis cynthia daisy dale dana daniel daniela danielle dario darius "
    "darlene darrell darryl david deandre deborah debra deja delia delilah dennis derek destiny devin "
    "diana diane diego dmitri dolores dominic donald donna doris dorothy douglas duane dwayne dylan earl "
    "edgar edgardo edith edna eduardo edward edwin efrain eileen elaine elba eleanor elena eli elias "
    "elijah elisa elizabeth ella ellen ellie eloisa elsie elvira emilia emiliano emilio emily emma "
    "emmanuel enrique enriqueta eric erica erick erin ernest ernesto esmeralda esteban estela esther "
    "ethan eugene eugenia eusebio eva evan evaristo evelia evelyn ezekiel fabian fabiola farah fatima "
    "fatou federico felicia felipe fernanda fernando fidel flavio florence floyd francis francisca "
    "francisco fred frederick gabino gabriel gabriela gael gail gary genaro genesis geoffrey george "
    "georgia gerald geraldine gerardo german gianna gilbert gilberto gina ginger gisela giselle gladys "
    "glen glenda glenn gloria gonzalo gordon grace graciela greg gregorio gregory griselda guadalupe "
    "guillermo gustavo gwen hailey hana hannah harold harper harriet harvey hassan heather hector heidi "
    "helen henry herbert heriberto herman hilda hiroshi horacio howard hugo humberto huong ian ibrahim "
    "ida ignacia ignacio imani imelda ines ingrid irene iris irma isaac isabel isabella isabelle isaiah "
    "isidro ismael israel ivan jacinto jackie jacob jacqueline jada jaden jaime jalen jamal james jane "
    "janet janice jasmine jason javier jay jayden jaylen jean jeanette jeff jeffrey jennifer jeremiah "
    "jeremy jerome jeronimo jerry jesse jessica jesus jill jim jimena jimmy jin joan joann joanna joaquin "
    "jodi joe joel john johnny jon jonathan jordan jorge jose josefina joseph josephine joshua josiah "
    "jovita joyce juan juana juanita judit judith judy julia julian juliana julie julio june justin karen "
    "karim karina karl katherine kathleen kathryn kathy katie kayla keisha keith kelly ken kenji kennedy "
    "kenneth kevin khalid kiara kim kimberly kobe kristen kristin kurt kyle laila lan larry laura lauren "
    "layla leah leandro leo leon leonard leonardo leonor leopoldo leroy leslie leticia liam liliana "
    "lillian lily linda ling linh lisa lloyd logan lois lorena lorenzo lori lorraine louis louise lourdes "
    "lucas lucia lucille lucio lucy luis luisa luke lupe luz lynn mabel mackenzie madison magdalena mai "
    "malik manuel manuela marc marcela marcelo marco marcos marcus margaret margarita maria mariah mariam "
    "mariana marie marilyn marina mario marion marisol marjorie marlene marshall martha martin marvin "
    "mateo matias matilde matthew maureen maurice mauricio max maximo maxine maya mayra megan mei melanie "
    "melinda melissa melvin mercedes mia michael michelle miguel mike mildred milton minh minnie miriam "
    "mitchell mohamed moises molly monica monique morris muhammad mustafa myra nadia nadira nancy naomi "
    "nasir natalia natalie natasha nathan nathaniel nayeli neil nelson nestor nevaeh ngoc nguyet nia "
    "nicholas nicole nina noah noe noelle noemi nora norah norma norman octavio ofelia olga oliver olivia "
    "omar orlando oscar osvaldo owen pablo pamela paola patricia patrick patty paul paula pedro peggy "
    "penny perry peter philip phillip phyllis piedad pilar priyanka quinn rachel rafael rafaela rahul raj "
    "ralph ramiro ramon ramona randall randy raquel raul ravi ray raymond rebeca rebecca regina reinaldo "
    "renato renee reynaldo rhonda ricardo richard rick rigoberto rita robert roberto rocio rodolfo "
    "rodrigo rogelio roger roland roman romina ron ronald rosa rosalia rosalind rosario rosaura rosemary "
    "rosie ross roxana roy ruben russell ruth ryan sabrina sally salma salvador sam samantha samir samuel "
    "sandra sanjay santiago sara sarah sasha savannah scarlett scott sean sebastian selena sergio shania "
    "shaniqua shannon sharon sheila shelly sherry shirley sidney silvia silvio simon socorro sofia "
    "soledad sonia sophia sophie stacy stanley stanton stefan stella stephanie steve steven stewart "
    "stuart sue susan susana suzanne sven sydney sylvia tamara tammy tanya tariq tatiana taylor ted "
    "teodoro teresa terrence terri thanh theodore theresa thomas tiana tiffany tim timothy tina tobias "
    "todd tom tomas tommy toni tony tonya tracy trang travis troy tuan tyler tyrone ulises ursula "
    "valentin valentina valeria valerie vanessa vera vernon veronica vicki victor victoria victoriano "
    "vincent vincente viola violeta virginia vivian viviana wade wallace walter wanda warren wayne wei "
    "wendy wesley william wilma xavier ximena yadira yahir yasmin yesenia yesica yolanda yuki yusuf "
    "yvette yvonne zachary zainab zara zoe zoey zoila"
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
