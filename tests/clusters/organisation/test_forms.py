import pytest

from clusters.organisation.forms import AddressForm


@pytest.mark.parametrize(
    ("typed", "number"), [("12", 12), ("12a", 12), ("12-3 hs", 12), (" 7 ", 7), ("", None)]
)
def test_house_number_is_read_without_its_addition(typed, number):
    form = AddressForm({"postcode": "1315 aa", "house_number": typed})

    assert form.is_valid()
    assert form.cleaned_data == {"postcode": "1315AA", "house_number": number}


@pytest.mark.parametrize("typed", ["0", "012", "a", "-1", "100000", "1" * 17, "٣"])
def test_house_number_that_is_none_is_refused_at_its_field(typed):
    form = AddressForm({"postcode": "1315", "house_number": typed})

    assert list(form.errors) == ["house_number"]
