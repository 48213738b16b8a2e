"""`copykit explain`: what a check sees, why, where its threshold comes from, and what turns it."""

from __future__ import annotations

import click

__all__ = ["command"]


@click.command("explain")
@click.argument("check", metavar="[CHECK]", required=False)
def command(check: str | None) -> None:
    """Tell all about a CHECK: what it sees and why, its threshold's source, and the setting that turns it.

    A family (terms) tells all of its checks; without CHECK, every check is listed.
    """
    from copykit.checks.facts import FAMILIES, facts_about, known_families, known_ids
    from copykit.exports.facts import explain_text, list_text
    from copykit.wording import did_you_mean

    if check is None:
        click.echo(list_text(), nl=False)
        return
    found = facts_about(check)
    all_facts = [facts for family in FAMILIES for facts in family.checks]
    told = [found] if found else [facts for facts in all_facts if facts.family == check]
    if not told:
        near = did_you_mean(check, [*known_ids(), *known_families()])
        raise click.UsageError(f'there is no check "{check}"{near or "; copykit explain lists them all"}')
    click.echo("\n".join(explain_text(facts) for facts in told), nl=False)
