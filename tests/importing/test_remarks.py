from mcsite.importing.remarks import Remarks


def test_things_are_counted_and_sentences_said_once():
    remarks = Remarks()
    for _ in range(2):
        remarks.drop("alarms", 2)
        remarks.once("A sentence.")
        remarks.event("Swap", "Another.")
    remarks.drop("tasks", 0)
    assert remarks.left_out == {"alarms": 4}
    assert (remarks.general, remarks.of_event) == (["A sentence."], [("Swap", "Another.")])
