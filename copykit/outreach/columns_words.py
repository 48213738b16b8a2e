"""The headers that CRMs and sales tools give their columns, by the setting of a brief that each fills.

Labels and API names of HubSpot, Salesforce, Pipedrive, Apollo, Outreach and Salesloft: their help pages as
stored on 2026-11-23 where they tell them, common knowledge of their exports otherwise. Letters and digits
only, in small letters; of two columns for one setting, the one that stands first here is taken.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["HEADERS", "UNUSED"]


def _read(table: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table.replace("\n  ", " ").strip().split("\n"):
        target, _, headers = row.partition(": ")
        found[target] = tuple(headers.split())
    return found


HEADERS = _read("""
recipient.first_name: firstname fname first givenname forename contactfirstname personfirstname vorname
  prenom
recipient.last_name: lastname lname last surname familyname contactlastname personlastname nachname
recipient.name: name fullname contactname personname leadname prospectname recipientname recipient contact
  person decisionmaker
recipient.title: title jobtitle position role jobposition designation persontitle contacttitle jobrole
  roletitle
recipient.company: companynameforemails company companyname account accountname organization organisation
  organizationname organisationname orgname org associatedcompany primarycompany companyorganization
  employer business businessname firm accountcompany customer customername
recipient.email: email emailaddress workemail businessemail primaryemail contactemail personemail email1
  emailwork mail emails
recipient.phone: phone phonenumber workdirectphone directphone workphone businessphone mobilephone
  mobilephonenumber mobile cell cellphone telephone phonework phonemobile corporatephone companyphone
recipient.industry: industry companyindustry industrytype sector vertical accountindustry primaryindustry
  organizationindustry
recipient.size: employees numberofemployees noofemployees numemployees numberofemployee companysize
  employeecount headcount size staff teamsize companyheadcount accountnumberofemployees employeesrange
country: country countryregion companycountry mailingcountry billingcountry locationcountry personcountry
  countrycode addresscountry hscountryregioncode
region: region market
observation: observation personalization personalisation personalizedline personalizedfirstline icebreaker
  firstline openingline opener customintro customopening personalnote whatwenoticed noticed hook
  reasonforoutreach reasonforreachingout whynow
product: product productofinterest productinterest interestedin productname
audience: audience persona segment icp buyerpersona
keywords: keywords keyword mainkeyword targetkeyword searchphrase searchphrases keyphrase focuskeyword
topic: topic articletopic workingtitle
goal: goal objective
ask: ask cta calltoaction
offer: offer promotion
messages: messages message keymessage
facts: facts
source: source sourcematerial sourcenotes
situation: situation occasion
notes: notes note comments comment remarks description trigger signal buyingsignal intentsignal
sender.name: sendername fromname
sender.first_name: senderfirstname
sender.last_name: senderlastname
sender.title: sendertitle
sender.email: senderemail fromemail
sender.phone: senderphone
opt_out: emailoptout hasoptedoutofemail optout optedout emailoptedout unsubscribed unsubscribedfromallemail
  hsemailoptout donotcontact donotemail unsubscribe optedoutofemail
""")

# Known columns that no copy can use.
UNUSED = frozenset(
    """
accountid accountowner address addressline1 annualrevenue birthday city companyaddress companycity
companydomain companydomainname companylinkedinurl companystate companywebsite contactid contactowner
contactstage created createdate createddate dealstage demoed department departments dnc domain emailbounced
emailconfidence emailopen emailsent emailstatus emailverification externalid facebookurl fax gender
homephone hubspotownerid hubspotscore id importance labels language lastactivity lastactivitydate
lastcontacted lastmodified lastmodifieddate latestfunding leadid leadowner leadscore leadsource leadstatus
lifecyclestage linkedin linkedinurl list lists mailingcity mailingpostalcode mailingstate mailingstreet
middlename originalsource otherphone owner ownerid personalemail personid personlinkedinurl postalcode
postcode primaryintenttopic priority province rating recordid recordowner recordsource replied revenue
salutation score secondaryemail seniority seniorityid seodescription sequence stage state stateprovince
stateregion status street tags technologies timezone totalfunding twitter twitterurl updated url website zip
zipcode
""".split()
)
