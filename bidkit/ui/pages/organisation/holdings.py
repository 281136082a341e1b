"""The lists of what we are and hold: people, policies, insurance, accounts."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.organisation import AccountsYear, Insurance, Person, Policy
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    FileChoice,
    Form,
    Line,
    Listing,
    Money,
    Paragraph,
    YesNo,
)
from bidkit.ui.starters import StarterList
from bidkit.words import later

PEOPLE: Listing[Person] = Listing(
    ref(Bid, lambda b: b.people),
    later("Trustees and key people"),
    (
        Column(later("Name"), ref(Person, lambda p: p.name), stretch=True),
        Column(later("Role"), ref(Person, lambda p: p.role), stretch=True),
        Column(later("Kind"), ref(Person, lambda p: p.kind)),
        Column(later("Check"), ref(Person, lambda p: p.dbs_level)),
    ),
    (
        Form(
            later("This person"),
            (
                Line(ref(Person, lambda p: p.name), later("Name")),
                Line(ref(Person, lambda p: p.role), later("Role")),
                Choice(
                    ref(Person, lambda p: p.kind),
                    later("Kind"),
                    (
                        ("trustee", later("Trustee or committee member")),
                        ("director", later("Director")),
                        ("control", later("Person with control")),
                        ("staff", later("Staff")),
                        ("signatory", later("Signatory")),
                        ("contact", later("Contact")),
                    ),
                ),
                Line(ref(Person, lambda p: p.email), later("E-mail"), width="half"),
                Day(ref(Person, lambda p: p.since), later("Since"), width="half"),
                Line(
                    ref(Person, lambda p: p.related_to),
                    later("Related to"),
                    help=later("Another person on this list, if so"),
                ),
                Choice(
                    ref(Person, lambda p: p.dbs_level),
                    later("Check held"),
                    (
                        ("none", later("None")),
                        ("basic", later("Basic")),
                        ("standard", later("Standard")),
                        ("enhanced", later("Enhanced")),
                        ("enhanced barred", later("Enhanced with barred lists")),
                    ),
                ),
            ),
        ),
        Form(
            later("Checks and control"),
            (
                YesNo(
                    ref(Person, lambda p: p.regulated_activity),
                    later("Works in regulated activity?"),
                    help=later("Close work with children or adults at risk needs the barred lists"),
                ),
                Day(ref(Person, lambda p: p.dbs_on), later("Check made on"), width="half"),
                Day(ref(Person, lambda p: p.until), later("Left on"), width="half"),
                Line(ref(Person, lambda p: p.control), later("Kind of control")),
                Day(ref(Person, lambda p: p.born_on), later("Born on"), width="half"),
                Line(ref(Person, lambda p: p.nationality), later("Nationality"), width="half"),
                Line(ref(Person, lambda p: p.phone), later("Telephone"), width="half"),
            ),
            purpose=later("Only what a questionnaire asks for; it stays in this bid."),
        ),
        Form(
            later("Where to write to"),
            (
                Paragraph(
                    ref(Person, lambda p: p.address),
                    later("Address"),
                    help=later("Some funders ask for two people who live at different addresses"),
                ),
            ),
        ),
    ),
    new=lambda: Person(id=new_id()),
    add=later("Add a person"),
    empty=later("Trustees, directors and the people who run the service go here."),
    called=lambda p: p.name,
)
POLICIES: Listing[Policy] = Listing(
    ref(Bid, lambda b: b.policies),
    later("Policies"),
    (
        Column(later("Policy"), ref(Policy, lambda p: p.title), stretch=True),
        Column(later("Held"), ref(Policy, lambda p: p.held)),
        Column(later("Agreed on"), ref(Policy, lambda p: p.approved_on)),
        Column(later("Look again by"), ref(Policy, lambda p: p.review_on)),
    ),
    (
        Form(
            later("This policy"),
            (
                Line(ref(Policy, lambda p: p.title), later("Policy")),
                YesNo(ref(Policy, lambda p: p.held), later("Do we have it?")),
                YesNo(
                    ref(Policy, lambda p: p.mandatory),
                    later("Does this buyer require it?"),
                ),
                Day(ref(Policy, lambda p: p.approved_on), later("Agreed on"), width="half"),
                Day(ref(Policy, lambda p: p.review_on), later("Look again by"), width="half"),
                Line(ref(Policy, lambda p: p.approved_by), later("Agreed by")),
                FileChoice(ref(Policy, lambda p: p.attachment), later("The policy itself")),
            ),
        ),
        Form(
            later("How it is lived"),
            (Paragraph(ref(Policy, lambda p: p.training), later("How people are trained in it")),),
        ),
    ),
    new=lambda: Policy(id=new_id()),
    add=later("Add a policy"),
    empty=later("Safeguarding, data protection, equality: the policies buyers ask for go here."),
    called=lambda p: p.title,
)
INSURANCES: Listing[Insurance] = Listing(
    ref(Bid, lambda b: b.insurances),
    later("Insurance"),
    (
        Column(later("Kind"), ref(Insurance, lambda i: i.kind), stretch=True),
        Column(later("We hold"), ref(Insurance, lambda i: i.limit)),
        Column(later("Asked"), ref(Insurance, lambda i: i.limit_asked)),
        Column(later("Runs out"), ref(Insurance, lambda i: i.expires_on)),
    ),
    (
        Form(
            later("This insurance"),
            (
                Choice(
                    ref(Insurance, lambda i: i.kind),
                    later("Kind"),
                    (
                        ("employers", later("Employers’ liability")),
                        ("public", later("Public liability")),
                        ("professional", later("Professional indemnity")),
                        ("abuse", later("Abuse")),
                        ("cyber", later("Cyber")),
                        ("trustee", later("Trustee indemnity")),
                        ("product", later("Product liability")),
                        ("medical", later("Medical malpractice")),
                        ("motor", later("Motor")),
                        ("buildings", later("Buildings and contents")),
                        ("other", later("Something else")),
                    ),
                ),
                Choice(
                    ref(Insurance, lambda i: i.held),
                    later("Do we hold it?"),
                    (
                        ("now", later("Yes, now")),
                        ("by award", later("By the award")),
                        ("no", later("No")),
                    ),
                    help=later("A buyer cannot insist on cover before the award"),
                ),
                Money(ref(Insurance, lambda i: i.limit), later("We are covered to")),
                Money(ref(Insurance, lambda i: i.limit_asked), later("The buyer asks for")),
                Line(ref(Insurance, lambda i: i.insurer), later("Insurer")),
                Day(ref(Insurance, lambda i: i.expires_on), later("Runs out on")),
                FileChoice(ref(Insurance, lambda i: i.attachment), later("Certificate")),
            ),
        ),
        Form(
            later("Details"),
            (
                Line(ref(Insurance, lambda i: i.policy_number), later("Policy number")),
                Choice(
                    ref(Insurance, lambda i: i.basis),
                    later("The limit is for"),
                    (
                        ("each and every", later("Each and every claim")),
                        ("aggregate", later("All claims in a year")),
                    ),
                ),
                Paragraph(ref(Insurance, lambda i: i.exclusions), later("What is not covered")),
                Money(
                    ref(Insurance, lambda i: i.premium_quote),
                    later("Quotation for more cover"),
                    help=later("Put it into the price"),
                ),
            ),
        ),
    ),
    new=lambda: Insurance(id=new_id()),
    add=later("Add insurance"),
    empty=later("Public and employers’ liability first. Have the certificates beside you."),
)
ACCOUNTS: Listing[AccountsYear] = Listing(
    ref(Bid, lambda b: b.accounts),
    later("Accounts"),
    (
        Column(later("Year to"), ref(AccountsYear, lambda a: a.year_end), stretch=True),
        Column(later("Income"), ref(AccountsYear, lambda a: a.income)),
        Column(later("Spending"), ref(AccountsYear, lambda a: a.spending)),
        Column(later("Free reserves"), ref(AccountsYear, lambda a: a.free_reserves)),
    ),
    (
        Form(
            later("This year"),
            (
                Day(ref(AccountsYear, lambda a: a.year_end), later("Year to")),
                Money(ref(AccountsYear, lambda a: a.income), later("Income")),
                Money(ref(AccountsYear, lambda a: a.spending), later("Spending")),
                Money(ref(AccountsYear, lambda a: a.free_reserves), later("Free reserves")),
                YesNo(
                    ref(AccountsYear, lambda a: a.audited),
                    later("Audited?"),
                    help=later("Nobody may ask for an audit that the law does not ask of you"),
                ),
                FileChoice(ref(AccountsYear, lambda a: a.attachment), later("The accounts")),
            ),
        ),
        Form(
            later("Balance sheet"),
            (
                Money(ref(AccountsYear, lambda a: a.current_assets), later("Current assets")),
                Money(ref(AccountsYear, lambda a: a.stock), later("Of that, stock")),
                Money(
                    ref(AccountsYear, lambda a: a.creditors_within_year),
                    later("Owed within a year"),
                ),
                Money(ref(AccountsYear, lambda a: a.total_assets), later("All assets")),
                Money(ref(AccountsYear, lambda a: a.total_liabilities), later("All owed")),
                Money(ref(AccountsYear, lambda a: a.operating_surplus), later("Operating surplus")),
            ),
        ),
        Form(
            later("How others see it"),
            (
                Count(
                    ref(AccountsYear, lambda a: a.credit_score),
                    later("Credit score"),
                    help=later("Of 100, where an agency gives one"),
                ),
                YesNo(
                    ref(AccountsYear, lambda a: a.going_concern_doubt),
                    later("Any doubt that we can go on?"),
                ),
            ),
        ),
    ),
    new=lambda: AccountsYear(id=new_id()),
    add=later("Add a year"),
    empty=later("Figures of the last two years, as the accounts give them."),
)
USUAL_POLICIES = StarterList(
    "policies",
    ("policies",),
    later("Start from the usual policies"),
    later("The ones buyers and funders ask for. Remove what is not for you."),
)
USUAL_INSURANCES = StarterList(
    "insurance",
    ("insurances",),
    later("Start from the usual kinds"),
    later("The kinds buyers ask for; the level is in the tender documents."),
)
