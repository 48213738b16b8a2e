"""Nouns that are hardly ever anything else, and acronyms that need no telling. Our own lists."""

from __future__ import annotations

from copykit.text.wordset import word_set

__all__ = ["COMMON_ACRONYMS", "NOUNS", "NOUN_ENDINGS"]

# Longer words with these endings are nouns.
NOUN_ENDINGS = (
    "tion", "sion", "ment", "ness", "ship", "ance", "ence", "ology", "ware", "ability", "ibility", "ivity",
)  # fmt: skip
NOUNS = word_set(
    "account accountant admin agency agenda agent agreement algorithm analysis analyst analytics app"
    " applicant architecture asset audience authority automation backlog bank banner baseline battery"
    " benchmark brand brochure browser budget bureau business calendar campaign candidate capability"
    " capacity career category chain channel citizen city class client clinic code college committee"
    " community company compliance component computer conference consumer content contract contractor"
    " council county course court criteria currency curriculum customer dashboard data database datum"
    " deadline department developer device diagram director document domain economy editor education email"
    " employee employer energy engine engineer enterprise equipment event executive expert facility farm"
    " feature fee feedback field file finance firm folder food framework fraud fuel gateway goal"
    " government graph group guidance guideline hardware health hospital hotel household housing idea"
    " image incentive income industry infrastructure innovation insurance interface inventory invoice item"
    " journal journey keyword knowledge lab language law lead leader leadership lesson liability library"
    " license lifecycle literacy loan location logistics loyalty machine mail mailbox management manager"
    " manual material meeting member merchant metadata method metric milestone mission mobile model module"
    " money network news newsletter office officer operations operator outcome output owner page partner"
    " passenger password patient payment payroll pension people performance persona personnel phone"
    " pipeline platform policy portal portfolio practice price priority privacy procedure process"
    " procurement product productivity professional program programme project property prospect protocol"
    " provider province public publisher quality quarter quota ratio reader recipe region repository"
    " requirement research resource retail retailer revenue risk roadmap role sale sales satisfaction"
    " scenario schema school science scope script security seller seminar server session shop site skill"
    " society software source staff stakeholder startup statistics strategy student studio subscriber"
    " supplier supply system task tax teacher team technology template tenant territory text theory ticket"
    " tool topic trade traffic transaction travel university user utility value vehicle vendor venture"
    " version video visitor volume volunteer warehouse warranty web webinar website welfare workflow"
    " workforce workplace workshop workspace zone"
)
COMMON_ACRONYMS = word_set(
    "AC ADA AI AK AKA AL ALT AM API APIS APP AR ASAP ATM AV AWS AZ BA BBC BBQ BC BCC BCE BMW BS BSC BTW"
    " CA CAD CC CD CE CEO CET CFO CIA CIO CM CMO CNN CO COB COO COVID CPR CPU CSS CST CSV CT CTA CTO CTRL"
    " CV DC DE DEL DIY DJ DM DMCA DNA DNS DOB DOI DVD EDT EE EOD EPA ER ESC EST ET ETA ETC EU EUR EV FAQ"
    " FAQS FBI FC FDA FL FM FYI GA GB GBP GDP GDPR GIF GM GMT GOP GPS GPU GUI HD HDMI HI HIV HQ HR HTML"
    " HTTP HTTPS HVAC IA IBM ICU ID IDS IE II III IIX IKEA IMG IN INC IO IP IPA IPO IQ IRS ISBN ISO IT ITV"
    " IV IX JFK JPEG JPG JS JSON KB KFC KG KM KPI KPIS KS KY LA LED LGBT LGBTQ LLC LLM LLP LOL LTD MA MAX"
    " MB MBA MC MD ME MIN MIT ML MLK MM MMS MN MO MOT MP MPH MRI MS MSC MT NASA NATO NB NBA NBC NC ND NE"
    " NFL NGINX NGO NGOS NH NHS NJ NM NO NSFW NV NW NY NYC OH OK OMG OR OS PA PC PDF PDFS PDT PE PHD PHP"
    " PIN PM PNG PO POV PPE PPS PR PS PST PT PTO PTSD PVC QA QR RAM README REST RGB RI RIP ROI RSS RSVP RV"
    " SAAS SAT SC SD SDK SE SEO SIM SKU SMS SOS SPF SQL SSL SUV SVG SW TBA TBC TBD TEMP TLC TLS TM TN TV"
    " TX UAE UFO UI UK UN UNESCO UNICEF UPS URL URLS US USA USB USD USPS USSR UT UTC UV UX VA VAT VCR VHS VI"
    " VII VIII VIP VPN VR VS VT WA WC WHO WI WV WY XI XII XIV XL XML XS XV XX XXL YAML YMCA ZIP"
)
