"""Files that go into a case: kept as they came, if they are what they say."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from gongkai.casework.inside import check_upload
from gongkai.desk.registers.files import FilesField
from gongkai.statute.errors import GongkaiError


class CaseFilesField(FilesField):
    """Several files of a case."""

    def check_file(self, file: UploadedFile) -> None:
        try:
            check_upload(file)
        except GongkaiError as error:
            raise ValidationError(error.message) from error
