"""One page to look at, with somebody who may see it; the lists of pages are made of these."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from tests.journeys.city import City
from tests.journeys.stage import Screen

Arrange = Callable[[Screen, City], None]


@dataclass(frozen=True)
class PageCase:
    """One page to look at: ``about`` names a request or thing of the city, ``then`` is done there.

    ``shows`` is how its title begins after that, so that no other page is looked at by mistake.
    """

    name: str
    url_name: str = ""
    person: str = ""
    about: str = ""
    path: str = ""
    query: str = ""
    role: str = ""
    status: int = 200
    then: Arrange | None = None
    shows: str = ""
    demo: bool = False
    prints: bool = False

    def address(self, city: City) -> str:
        """The address with its record filled in."""
        if self.path:
            return self.path
        return reverse(self.url_name, args=self._args(city)) + self.query

    def _args(self, city: City) -> list[Any]:
        if self.about in city.callbacks:
            return [city.callbacks[self.about].pk]
        if self.about in city.things:
            thing = city.things[self.about]
            return thing if isinstance(thing, list) else [thing]
        if self.about in city.people:
            return [city.people[self.about].pk]
        return [self.about] if self.about else []


def send(screen: Screen, city: City) -> None:
    """Send the form of the page as it is."""
    screen.page.locator("main form button[type=submit], main form button:not([type])").last.click()
    screen.page.wait_for_load_state()


def wrong(case: PageCase) -> PageCase:
    """The same page after its form was sent empty."""
    return PageCase(
        f"{case.name}-fouten", case.url_name, case.person, case.about, then=send, shows="Fout: "
    )
