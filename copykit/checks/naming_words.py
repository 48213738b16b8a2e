"""Words that make a name of the words before them, and everyday words that people are called: our lists."""

from __future__ import annotations

from copykit.text.wordset import word_set

__all__ = [
    "AMBIGUOUS_GIVEN",
    "ASKED_OF_PEOPLE",
    "BREAKS",
    "CHOOSING",
    "COUNTED_HEADS",
    "DETERMINERS",
    "DONE_BY_PEOPLE",
    "GENERIC",
    "GIVEN",
    "JOINED",
    "MASS",
    "OWNED",
    "PLACES",
    "PLURAL_HEADS",
    "PROPER_HEADS",
    "SURNAMES",
    "THINGS_GIVEN",
    "TITLES_OF_PEOPLE",
]

# Whatever stands before one of these in capitals is a name.
PROPER_HEADS = word_set(
    "inc ltd llc plc gmbh corp foundation fund council award awards prize medal certificate magazine weekly"
    " gazette herald tribune institute association federation university college"
)
# With two words in capitals before it, an honour or a product; with one, a thing ("A Tight Seal").
THINGS_GIVEN = word_set("seal mark star badge trophy ladle spoon pro plus suite cloud hub fellowship")
# Houses that are counted: in the singular, and without "a" or "the", they are somebody's.
COUNTED_HEADS = word_set(
    "clinic hospital veterinary bakery school nursery academy café cafe deli farm inn hotel pub garage"
    " salon studio pharmacy church market group club company agency bank shop store dairy brewery library"
    " restaurant bistro museum theatre theater orchard chapel surgery infirmary centre center"
)
# Several of them are somebody's where the word before names a place.
PLURAL_HEADS = word_set(
    "vets stores partners associates brothers sisters couriers kitchens foods farms bakers"
)
PLACES = word_set(
    "street lane road avenue valley lake creek river harbor harbour meadow meadows hollow ridge grove shore"
    " hill hills brook bridge heights moor glen acre acres coast bay quay cove pond wood woods"
)
# Words before a house that tell what kind it is, not whose.
GENERIC = word_set(
    "vet vets veterinary animal pet village corner local small big busy good great quiet calm new old whole"
    " entire family general emergency rural city town country primary high public own real modern typical"
    " average fair happy better best nice first next last main home book coffee tea health dental farm"
    " art nursery secondary night summer winter sunday saturday charity gift sweet wholesale hungry tired"
    " full empty little tidy open closed free cold warm front back single double mixed medical mobile"
)
DETERMINERS = word_set(
    "a an the your our their my his her its this that these those every each any no some one another both"
    " all which what whose either neither many most few several more other such"
)
_PREPOSITIONS = word_set(
    "by on in for with and to from at of or but is was has had are were after before since while when as"
    " without into over under near until through can will does did who that than so not"
)
# Words that end a name to the left: they begin questions and orders.
BREAKS = (
    DETERMINERS
    | _PREPOSITIONS
    | word_set(
        "how why what when where who ask meet see read visit join try run keep make give help get take start"
        " stop build open call text inside behind about like says said tell let put find use choose pick"
        " watch now then here there even just only still also too very up down out off you we they i he she"
        " it us them me him everyone everybody nobody someone somebody anyone anybody whoever works made"
        " meets"
    )
)
# Words that nobody counts: they need no "a" to be things.
MASS = word_set(
    "milk water tea coffee honey cream salt fruit sugar butter paper software time work care people staff"
    " ease text phone hand hands love gloves porridge breakfast medicine food stock oats oat anesthesia"
    " everything nothing anything life fun home town school dinner lunch supper bed"
)
JOINED = word_set(
    "works work connects connect integrates integrate syncs sync pairs pair talks talk plugs plug"
)
# What a customer does to what we sell.
CHOOSING = word_set(
    "chose chooses picks picked uses used stocks stocked serves served sells sold orders ordered reorders"
    " reordered likes liked loves loved trusts trusted bought buys joins joined prefers adopted adopts"
    " recommends recommended"
)
# Everyday words that people are called, and a few names that a dictionary has in small letters.
GIVEN = word_set(
    "grace rose faith hope joy mark will frank grant bill jack penny daisy poppy ivy lily ruby pearl amber"
    " crystal may june april summer autumn dawn eve robin sandy olive violet holly hazel heather iris jade"
    " miles chase hunter mason carter cooper parker tanner sawyer dean earl guy art bob rob sue pat drew"
    " josh nick skip chip buck cliff glen dale heath clay ray rich victor gene norm max kitty charity"
    " felicity constance prudence verity patience melody harmony willow fern bonnie bunny dolly sally molly"
    " polly jenny jill peter john james mary anna emma ella kate jane ann anne sam tom tim ben dan joe jim"
    " ted fred george henry harry charlie oliver arthur alice lucy sophie helen karen linda susan laura"
    " sarah rachel david daniel michael thomas robert william richard paul simon martin alan brian kevin"
    " steve stephen andrew anthony edward"
)
# Of these the next word must be nothing but a surname.
AMBIGUOUS_GIVEN = word_set(
    "may june april summer autumn dawn will mark grant bill chase skip drew art rich hope faith joy grace"
    " charity patience eve penny rose hunter miles max cliff clay heath guy chip buck sandy dean earl ray"
    " hazel olive willow fern amber crystal jade pearl ruby holly heather ivy violet robin kitty bunny dolly"
    " melody harmony frank jack carter mason cooper parker tanner"
)
SURNAMES = word_set(
    "baker butler carpenter carter cook cooper fisher gardner gardener hunter knight marsh mason miller"
    " porter potter shepherd smith stone taylor turner walker weaver wood woods field fields rivers brooks"
    " banks bell bishop black brown green white gray grey young price law frost winters summers parks king"
    " page lane reed fox wolf swift sharp long cross church lord barber archer draper fuller glover harper"
    " hooper sawyer slater spencer thatcher tyler wheeler wright clark dyer farmer forest forester fowler"
    " hawk heath hill hills lake meadows moor moss nelson noble pike pond pool rider rose rowan sands snow"
    " storm thorne webb wells west north winter dale day park bird birch ash abbott bush reeves drake"
)
TITLES_OF_PEOPLE = word_set("doctor nurse farmer chef captain aunt auntie uncle miss sister father professor")
ASKED_OF_PEOPLE = word_set("ask meet says said thank like follow call")
# What people do, in the forms that stand behind their names.
DONE_BY_PEOPLE = word_set(
    "called calls says said told tells asked asks runs ran writes wrote works worked moved picked picks"
    " bought buys ordered orders used uses switched joined loves swears thinks packs packed keeps kept"
    " stirs eats drives drove found turned wanted knows counts checks signed started opened sends sent"
)
# What stands behind a person's name with 's where it is a person's.
OWNED = word_set(
    "clinic shop desk team staff kitchen bakery front practice store school hospital office crew farm café"
    " cafe crate customers clients nurses technicians vets mornings children family"
)
