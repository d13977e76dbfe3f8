"""What documents of word processors have in common: archives of XML, and text laid out."""
